/**
 * Forms in which ciphertexts come: encodings, groups, a title in front.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.form;
