package org.privacypromise.preferences.legacyimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.legacyimport.LegacyImport.Format;
import org.privacypromise.preferences.legacyimport.line.ImportLine;
import org.privacypromise.preferences.legacyimport.line.LineFault;
import org.privacypromise.preferences.legacyimport.line.ReadLine;
import org.privacypromise.register.PurposeRegister;

/**
 * Takes a file in as it comes, line by line, and stores what was read every few thousand lines: what is stored is not
 * lost, and an upload that was cut off goes on behind it. Blocks.
 */
@ApplicationScoped
class ReceiveImport {

    static final ProblemType DIFFERS =
            new ProblemType("import-differs", 409, "This is not the file whose beginning was uploaded before");
    static final ProblemType NOT_RECEIVING =
            new ProblemType("import-not-open", 409, "The import takes no lines, or somebody else is sending them");

    private static final int BATCH = 10_000;

    private final ImportRepository imports;
    private final PurposeRegister register;
    private final Clock clock;

    ReceiveImport(ImportRepository imports, PurposeRegister register, Clock clock) {
        this.imports = imports;
        this.register = register;
        this.clock = clock;
    }

    LegacyImport receive(Format format, boolean dryRun, String client, Iterable<byte[]> body) throws SQLException {
        UUID id = UUID.randomUUID();
        imports.begin(id, format, dryRun, client, clock.instant());
        try {
            return receive(find(id), body);
        } catch (ProblemException e) {
            imports.move(id, ImportState.RECEIVING, ImportState.ABANDONED, clock.instant());
            throw e;
        }
    }

    /** Takes the same file from its beginning once more, and stores what is behind what is stored. */
    LegacyImport resume(UUID id, Iterable<byte[]> body) throws SQLException {
        LegacyImport begun = find(id);
        if (begun.state() != ImportState.RECEIVING) {
            throw notReceiving();
        }
        return receive(begun, body);
    }

    private LegacyImport receive(LegacyImport begun, Iterable<byte[]> body) throws SQLException {
        FileLines lines = new FileLines(body.iterator());
        skip(lines, begun);
        ParseFile file = new ParseFile(begun.format(), readLine(), begun.header());
        long stored = begun.linesReceived();
        long faultsLeft = Math.max(0, ImportRepository.MOST_FAULTS - begun.linesInvalid());
        try (Beside<Boolean> staging = new Beside<>(() -> true)) {
            while (lines.hasNext()) {
                StagedLines batch = nextBatch(lines, file, faultsLeft);
                faultsLeft = Math.max(0, faultsLeft - batch.faults().size());
                requireReceiving(staging.result());
                long after = stored;
                staging.next(() -> imports.stage(begun.id(), after, batch));
                stored = batch.upTo();
            }
            requireReceiving(staging.result());
        }
        imports.move(begun.id(), ImportState.RECEIVING, ImportState.RECEIVED, clock.instant());
        return find(begun.id());
    }

    private static void skip(FileLines lines, LegacyImport begun) {
        while (lines.number() < begun.linesReceived() && lines.hasNext()) {
            lines.next();
        }
        if (lines.number() < begun.linesReceived()
                || (begun.prefixHash() != null && !lines.hashSoFar().equals(begun.prefixHash()))) {
            throw new ProblemException(DIFFERS, "Send the same file from its first line, or begin another import.");
        }
    }

    private static StagedLines nextBatch(FileLines lines, ParseFile file, long mostFaults) {
        List<ImportLine> good = new ArrayList<>(BATCH);
        List<LineFault> faults = new ArrayList<>();
        long invalid = 0;
        for (int i = 0; i < BATCH && lines.hasNext(); i++) {
            String line = lines.next();
            ReadLine.Result read = line == null
                    ? ReadLine.unreadable(lines.number(), "is too long, or no UTF-8")
                    : file.parse(lines.number(), line);
            if (read == null) {
                continue;
            }
            if (read.line() != null) {
                good.add(read.line());
            } else {
                invalid++;
                read.faults().stream()
                        .limit(Math.max(0, mostFaults - faults.size()))
                        .forEach(faults::add);
            }
        }
        return new StagedLines(
                good,
                faults,
                invalid,
                lines.number(),
                lines.hashSoFar(),
                Objects.requireNonNullElse(file.header(), ""));
    }

    private ReadLine readLine() {
        // Machines' clocks differ a little.
        Map<Cell, Boolean> changeable = new HashMap<>();
        register.choices()
                .forEach(cell ->
                        changeable.put(new Cell(cell.purpose(), cell.channel(), cell.brand()), cell.changeable()));
        return new ReadLine(
                changeable::containsKey,
                cell -> changeable.getOrDefault(cell, false),
                clock.instant().plus(Duration.ofMinutes(1)));
    }

    private LegacyImport find(UUID id) throws SQLException {
        return imports.find(id).orElseThrow(ReceiveImport::unknown);
    }

    static ProblemException unknown() {
        return new ProblemException(ProblemType.NOT_FOUND, "GET /imports lists the imports.");
    }

    private static void requireReceiving(boolean staged) {
        if (!staged) {
            throw notReceiving();
        }
    }

    private static ProblemException notReceiving() {
        return new ProblemException(NOT_RECEIVING, "Read it (GET /imports/{id}): its state says where it is.");
    }
}
