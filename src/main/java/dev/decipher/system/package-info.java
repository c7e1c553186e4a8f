/**
 * The concerns of the service as a whole that belong to no feature: how errors look, how
 * strictly JSON is read, how large a body may be, what the API's description says, and
 * where the data lies.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "system", allowedDependencies = "problem")
package dev.decipher.system;
