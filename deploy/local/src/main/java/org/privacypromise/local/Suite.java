package org.privacypromise.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.logging.Level;

/** The commands of {@code ./suite} that concern the stack. */
public final class Suite {

    private Suite() {}

    /** Runs one command; the exit code is 0 if it did what it says, 1 if it could not, 2 if there is no such command. */
    public static void main(String[] arguments) {
        // A console is for sentences; what a library has to say meanwhile helps nobody here.
        Logs.from(Level.OFF);
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "up" -> up();
                case "status" -> status();
                case "down" -> down();
                case "reset" -> reset(Set.copyOf(arguments).contains("--yes"));
                default -> 2;
            };
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int up() {
        Site site = Site.here();
        LocalStack stack = LocalStack.start(Progress.console());
        stack.leaveRunning();
        if (stack.ranBefore()) {
            System.out.println(
                    stack.started().isEmpty()
                            ? "The stack ran already."
                            : "The stack ran already; started again: " + String.join(", ", stack.started()));
        }
        System.out.println(Welcome.text(site));
        return 0;
    }

    private static int status() {
        Site site = Site.here();
        List<PartStatus> parts = Parts.all(site).parallelStream()
                .map(part -> PartStatus.of(site, part))
                .toList();
        System.out.print(PartStatus.table(parts));
        return parts.stream().allMatch(PartStatus::healthy) ? 0 : 1;
    }

    private static int down() {
        Site site = Site.here();
        LocalStack.stop(site, Parts.all(site), Progress.console());
        System.out.println("Nothing runs any more. The data stays in " + site.state() + ".");
        return 0;
    }

    private static int reset(boolean sure) {
        Site site = Site.here();
        if (!sure && !confirmed(site)) {
            System.err.println("Nothing was deleted.");
            return 1;
        }
        LocalStack.stop(site, Parts.all(site), Progress.console());
        new StateFolder(site.state()).delete();
        System.out.println("All data of the stack is deleted.");
        return 0;
    }

    private static boolean confirmed(Site site) {
        System.out.print("This stops the stack and deletes all its data in " + site.state() + ". Type yes to go on: ");
        System.out.flush();
        Scanner answer = new Scanner(System.in, StandardCharsets.UTF_8);
        return answer.hasNextLine() && answer.nextLine().strip().equals("yes");
    }
}
