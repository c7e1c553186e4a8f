package dev.decipher.job.store;

import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A change in a transaction of its own: whoever calls may have one open, and a job must
 * be there without it.
 */
@Component
class JobTransaction {

	private final TransactionTemplate transaction;

	JobTransaction(PlatformTransactionManager transactions) {
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Makes a change, which is rolled back when it finds that a job is not as it took it
	 * for.
	 * @param change returns whether to commit
	 */
	boolean change(BooleanSupplier change) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean changed = change.getAsBoolean();
			if (!changed) {
				status.setRollbackOnly();
			}
			return changed;
		}));
	}

}
