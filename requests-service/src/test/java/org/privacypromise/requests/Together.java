package org.privacypromise.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Does things at the same moment. */
public final class Together {

    private Together() {}

    public static <T> List<T> times(int times, Callable<T> work) throws Exception {
        return all(IntStream.range(0, times).boxed().toList(), i -> work);
    }

    public static <A, T> List<T> all(List<A> each, Function<A, Callable<T>> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(each.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (A one : each) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.apply(one).call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
