package dev.decipher.model;

import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionSynchronization;

/** Told whether a transaction was committed, those of a lower place first. */
record Completion(int place, Consumer<Boolean> completed) implements TransactionSynchronization {

	@Override
	public int getOrder() {
		return this.place;
	}

	@Override
	public void afterCompletion(int status) {
		this.completed.accept(status == STATUS_COMMITTED);
	}

}
