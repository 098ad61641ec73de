package org.privacypromise.sample;

/** The order system: all it has to do is to know the choices and to say so. */
public final class OrdersSystem {

    private OrdersSystem() {}

    public static void main(String[] args) {
        SampleSystem.run(OrdersSystem::create);
    }

    static SampleSystem create(Environment environment) {
        return new SampleSystem("orders", environment);
    }
}
