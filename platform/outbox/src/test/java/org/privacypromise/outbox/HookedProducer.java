package org.privacypromise.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** A real producer that lets a test do mischief before and after its calls. */
final class HookedProducer {

    /** Runs around each call of the producer; what it throws is what the relay sees. */
    interface Hook {
        Hook NONE = (when, call) -> {};

        void at(When when, String call);
    }

    enum When {
        BEFORE,
        AFTER
    }

    private HookedProducer() {}

    static Supplier<Producer<String, byte[]>> of(String bootstrapServers, String source, Hook hook) {
        return () -> wrap(ProducerSettings.producer(Map.of("bootstrap.servers", bootstrapServers), source), hook);
    }

    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> wrap(Producer<String, byte[]> producer, Hook hook) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                HookedProducer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    hook.at(When.BEFORE, method.getName());
                    try {
                        Object result = method.invoke(producer, arguments);
                        hook.at(When.AFTER, method.getName());
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
