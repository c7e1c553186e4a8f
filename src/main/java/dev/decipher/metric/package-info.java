/**
 * The names of all that the service measures of itself. Those who measure are the
 * features; the names stand together, so that the docs and whoever watches can be held to
 * them.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "metric", allowedDependencies = {})
package dev.decipher.metric;
