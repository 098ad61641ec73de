package org.privacypromise.teststack;

import java.util.function.Supplier;

/**
 * Starts a server at most once per JVM. Quarkus loads test resources anew for each application it starts, so a static
 * field would not do: what was started is remembered in the system properties, which all class loaders share.
 */
final class OncePerModule {

    private OncePerModule() {}

    /** The address of the server with this name, starting it if this JVM has not done so yet. */
    static String address(String name, Supplier<String> start) {
        String property = "test-stack." + name;
        synchronized (System.class) {
            String known = System.getProperty(property);
            if (known != null) {
                return known;
            }
            String address = start.get();
            System.setProperty(property, address);
            return address;
        }
    }
}
