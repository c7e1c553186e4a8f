/**
 * The service; each package below is a module of it.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher;
