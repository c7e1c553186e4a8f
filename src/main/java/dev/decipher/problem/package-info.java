/**
 * The ways in which a request can go wrong, in words a client can act on. The base of
 * every other package: it knows none of them.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "problem", allowedDependencies = {})
package dev.decipher.problem;
