package org.privacypromise.requests.delivery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.privacypromise.requests.safekeeping.ContentWriter;

/**
 * A ZIP that goes into safe keeping as it grows: piece by piece, each stored before the next is asked for. What costs
 * time is done beside the event loop.
 */
final class PackageZip {

    private final ContentWriter content;
    private final Vertx vertx;
    private final FileTime madeAt;
    private final ByteArrayOutputStream produced = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(produced);

    PackageZip(ContentWriter content, Vertx vertx, Instant madeAt) {
        this.content = content;
        this.vertx = vertx;
        this.madeAt = FileTime.from(madeAt);
    }

    /** Begins a file; pieces go into it until the next begins. */
    Uni<Void> begin(String name) {
        return write(() -> {
            zip.putNextEntry(new ZipEntry(name).setLastModifiedTime(madeAt));
        });
    }

    Uni<Void> add(Supplier<byte[]> piece) {
        return write(() -> zip.write(piece.get()));
    }

    Uni<Void> addAll(Multi<byte[]> pieces, UnaryOperator<byte[]> made) {
        return pieces.onItem()
                .transformToUniAndConcatenate(piece -> add(() -> made.apply(piece)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Parts of several files, each of which begins where the one before ends. */
    Uni<Void> addFiles(Multi<byte[]> pieces, Function<byte[], List<CsvFiles.Part>> made) {
        return pieces.onItem()
                .transformToUniAndConcatenate(piece -> write(() -> {
                    for (CsvFiles.Part part : made.apply(piece)) {
                        if (part.begins() != null) {
                            zip.putNextEntry(new ZipEntry(part.begins()).setLastModifiedTime(madeAt));
                        }
                        zip.write(part.bytes());
                    }
                }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> end() {
        return write(zip::finish);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private Uni<Void> write(Work work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> {
                            work.run();
                            byte[] made = produced.toByteArray();
                            produced.reset();
                            return made;
                        })
                        .toCompletionStage())
                .chain(content::write);
    }
}
