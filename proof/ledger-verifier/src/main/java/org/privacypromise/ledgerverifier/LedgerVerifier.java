package org.privacypromise.ledgerverifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code ledger-verifier FILE [--keys FILE] [--heads FILE]}: 0 if the ledger is whole, 1 if it is broken, 2 if it could
 * not be checked.
 */
public final class LedgerVerifier {

    private static final String USAGE = """
            Usage: verify-ledger FILE [--keys FILE] [--heads FILE]

              FILE          an export of the ledger (GET /ledger/export), or - for standard input
              --keys FILE   the public keys (GET /ledger/keys), from a source you trust: checks the signatures
              --heads FILE  heads that you have kept (GET /ledger/heads): the ledger must have the same

            Ends with 0 if the ledger is whole, 1 if it is broken, 2 if it could not be checked.
            """;

    private final PrintStream out;
    private final PrintStream err;

    /** A verifier that says there what it found, and what is wrong. */
    public LedgerVerifier(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new LedgerVerifier(System.out, System.err).run(List.of(arguments)));
    }

    /** Does what the arguments say, and answers with the exit code. */
    public int run(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean named = List.of("--keys", "--heads").contains(argument);
            String value = named ? (++i < arguments.size() ? arguments.get(i) : null) : argument;
            if (value == null
                    || (!named && argument.startsWith("--"))
                    || options.put(named ? argument : "", value) != null) {
                return unusable(USAGE);
            }
        }
        String file = options.get("");
        return file == null ? unusable(USAGE) : check(file, options);
    }

    private int check(String file, Map<String, String> options) {
        LedgerCheck check;
        try {
            check = new LedgerCheck(keys(options.get("--keys")), heads(options.get("--heads")));
        } catch (IOException | IllegalArgumentException e) {
            return unusable("The given keys or heads cannot be read: " + describe(e) + "\n");
        }
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                check.next(line);
            }
            out.print(check.findings().inWords());
            return 0;
        } catch (BrokenLedgerException e) {
            err.println("The ledger is broken: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            return unusable("The ledger cannot be read: " + describe(e) + "\n");
        }
    }

    private static Optional<PublicKeys> keys(@Nullable String file) throws IOException {
        return file == null ? Optional.empty() : Optional.of(PublicKeys.of(Files.readString(Path.of(file))));
    }

    private static Map<Long, String> heads(@Nullable String file) throws IOException {
        Map<Long, String> kept = new HashMap<>();
        if (file != null) {
            JsonText.object(Files.readString(Path.of(file)))
                    .objects("heads")
                    .forEach(head -> kept.put(head.number("sequence"), head.text("jws")));
        }
        return kept;
    }

    private static BufferedReader open(String file) throws IOException {
        InputStream bytes = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        return new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private int unusable(String why) {
        err.print(why);
        return 2;
    }

    private static String describe(Exception e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
