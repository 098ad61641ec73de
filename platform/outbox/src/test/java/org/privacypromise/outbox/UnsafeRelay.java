package org.privacypromise.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A relay as one would first write it: it remembers the last id it has seen. A row with a lower id that is committed
 * later is never published. The property test must notice.
 */
final class UnsafeRelay {

    private final Pool pool;
    private final FencingProducer producer;
    private long last;

    UnsafeRelay(Pool pool, FencingProducer producer) {
        this.pool = pool;
        this.producer = producer;
    }

    Uni<Integer> publishBatch() {
        return pool.preparedQuery("SELECT * FROM outbox WHERE id > $1 ORDER BY id LIMIT 7")
                .execute(Tuple.of(last))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(rows -> {
                    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
                    long seen = last;
                    for (Row row : rows) {
                        records.add(new EnvelopeWriter("unsafe").write(row));
                        seen = row.getLong("id");
                    }
                    if (!records.isEmpty()) {
                        if (!producer.isReady()) {
                            producer.takeOver();
                        }
                        producer.send(records);
                        last = seen;
                    }
                    return records.size();
                });
    }
}
