/**
 * A client of the service, to be copied into an application.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.client;
