package org.privacypromise.sample;

/** The order system: it knows the choices and says so, and it has something that it must not erase. */
public final class OrdersSystem {

    private OrdersSystem() {}

    public static void main(String[] args) {
        SampleSystem.run(OrdersSystem::create);
    }

    static SampleSystem create(Environment environment) {
        var system = new SampleSystem("orders", environment);
        var book = new OrderBook(system.database());
        var orders = new Orders(book);
        return system.holding(new OrderData(book))
                .serving("POST", "/orders", orders::take)
                .serving("GET", "/orders", orders::show);
    }
}
