package org.privacypromise.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The suite on this machine. Its state survives {@link #stop}; its parts survive this JVM if {@link #leaveRunning} says
 * so, and are otherwise stopped by {@link #close} or by the end of the JVM, whichever comes first, unless they ran
 * before {@link #start} was called.
 *
 * <p>Parts have the names that {@code ./suite status} shows. Every method throws a {@link StackException} that says in
 * plain words what is wrong.
 */
public final class LocalStack implements AutoCloseable {

    private final Site site;
    private final List<Part> parts;
    private final Progress progress;
    private final List<String> started;
    private final Thread atExit;

    private LocalStack(Site site, List<Part> parts, Progress progress, List<String> started, Thread atExit) {
        this.site = site;
        this.parts = parts;
        this.progress = progress;
        this.started = started;
        this.atExit = atExit;
    }

    /** Starts the stack of this repository, or what is missing of it, and returns when everything is healthy. */
    public static LocalStack start(Progress progress) {
        return start(Site.here(), Parts::all, progress);
    }

    /** Starts a stack of its own with its state in this folder, beside any other stack: on free ports. */
    public static LocalStack startBeside(Path state, Progress progress) {
        return startBeside(state, Parts::all, progress);
    }

    /** Starts only these parts of it, beside any other stack. */
    public static LocalStack startBeside(Path state, Set<String> parts, Progress progress) {
        return startBeside(state, site -> Parts.some(site, parts), progress);
    }

    /**
     * Starts only these parts, beside any other stack, to measure them: the services are compiled for their peak and
     * have the heap of a small container, where a stack to look at starts fast and occupies little.
     */
    public static LocalStack startToMeasure(Path state, Set<String> parts, Progress progress) {
        return startBeside(
                state,
                site -> Parts.some(site, parts).stream().map(Part::atPeak).toList(),
                progress);
    }

    static LocalStack startBeside(Path state, Function<Site, List<Part>> table, Progress progress) {
        Site site = Site.in(state);
        Ports.free(state.resolve("ports.properties")).save();
        return start(site, table, progress);
    }

    static LocalStack start(Site site, Function<Site, List<Part>> table, Progress progress) {
        List<Part> parts = table.apply(site);
        Startup startup = new Startup(site, parts, progress);
        Thread interrupted = new Thread(startup::cancel);
        StateFolder folder = new StateFolder(site.state());
        List<String> started = folder.exclusively(() -> {
            folder.requireRoom();
            site.ports().save();
            Runtime.getRuntime().addShutdownHook(interrupted);
            try {
                return startup.run();
            } finally {
                forget(interrupted);
            }
        });
        boolean ranBefore = started.size() < parts.size();
        Thread atExit = new Thread(() -> new Shutdown(site, progress).stop(parts));
        if (!ranBefore) {
            Runtime.getRuntime().addShutdownHook(atExit);
        }
        return new LocalStack(site, parts, progress, started, atExit);
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs already.
        }
    }

    /** Whether parts of the stack ran before this object was made. */
    public boolean ranBefore() {
        return started.size() < parts.size();
    }

    /** The parts that were started because they did not run, by name. */
    public List<String> started() {
        return started;
    }

    /** Lets the stack outlive this JVM. */
    public void leaveRunning() {
        forget(atExit);
    }

    /** Where this part answers over HTTP, without a slash at the end: {@code url("preferences")}. */
    public String url(String part) {
        return site.url(part);
    }

    /** The OpenID provider's realm. */
    public String issuer() {
        return site.issuer();
    }

    /** Where Kafka answers. */
    public String bootstrapServers() {
        return site.bootstrapServers();
    }

    /** The port with this name, such as {@code smtp-incoming}. */
    public int port(String name) {
        return site.ports().of(name);
    }

    /**
     * A password of this stack: {@code client/<client>}, {@code user/<name>} or {@code database/<part>}; the names of
     * users and clients are those of the realm.
     */
    public String secret(String name) {
        return site.secrets().password(name);
    }

    /** Signs customers and systems in at this stack's provider. */
    public SignIn signIn() {
        return new SignIn(issuer());
    }

    /** Signs staff in: their tokens carry their role, and every service accepts them. */
    public SignIn deskSignIn() {
        return new SignIn(issuer(), "desk", Site.STOREFRONT + "/desk/callback");
    }

    /**
     * Makes tokens for as many customers and programs as wanted, none of whom signs in: with a key of its own that the
     * provider publishes from now on among the others. For load, which needs thousands.
     */
    public TokenMint tokenMint(Clock clock) {
        return TokenMint.at(site, clock);
    }

    /** The ID of the account that signs in with this name; empty if the provider knows none. */
    public Optional<String> keycloakUser(String name) {
        return new Accounts(site).find(name);
    }

    /** Makes another customer's account, with a verified e-mail address; it is linked to no customer ID yet. */
    public NewAccount createCustomer(String email) {
        NewAccount account = new NewAccount(email, Secrets.randomPassword());
        new Accounts(site).createCustomer(account.userName(), account.password());
        return account;
    }

    /** What a person needs to sign in. */
    public record NewAccount(String userName, String password) {}

    /** The folder with everything that the stack writes: data and logs. */
    public Path state() {
        return site.state();
    }

    /** The parts that have a database. */
    public List<String> databases() {
        return Databases.OWNERS;
    }

    /** The part's own database, for {@link #databaseUser} with the secret {@code database/<part>}. */
    public String jdbcUrl(String part) {
        return "jdbc:" + site.databaseAddress(Databases.name(part));
    }

    /** Who owns the part's database. */
    public String databaseUser(String part) {
        return Databases.name(part);
    }

    /** A connection to PostgreSQL as its superuser; the caller closes it. */
    public Connection admin() {
        return superuser("postgres");
    }

    /** A connection to the part's database as the superuser, who sees every schema in it; the caller closes it. */
    public Connection admin(String part) {
        return superuser(Databases.name(part));
    }

    private Connection superuser(String database) {
        try {
            return Databases.asSuperuser(site, database);
        } catch (SQLException e) {
            throw new StackException("PostgreSQL lets nobody in: " + e.getMessage(), e);
        }
    }

    /**
     * Copies the part's whole database, keys of subjects and all, in place of an earlier copy. A part that runs is
     * stopped for it and started again; everybody else who uses the database is disconnected.
     */
    public void backup(String part) {
        whileStopped(part, superuser -> Databases.backUp(superuser, part));
    }

    /**
     * Takes the part's database back to the last {@link #backup}. A part that runs is stopped for it and started again,
     * so that it wakes up in the past; everybody else who uses the database is disconnected.
     */
    public void restore(String part) {
        whileStopped(part, superuser -> Databases.restore(superuser, part));
    }

    private void whileStopped(String part, SqlWork work) {
        boolean ran = process(part).find().isPresent();
        stop(part);
        try (Connection superuser = admin()) {
            work.with(superuser);
        } catch (SQLException e) {
            throw new StackException("The database of " + part + " cannot be copied: " + e.getMessage(), e);
        } finally {
            if (ran) {
                start(part);
            }
        }
    }

    private interface SqlWork {

        void with(Connection superuser) throws SQLException;
    }

    /** Ends a part at once, as a crash would (SIGKILL). */
    public void kill(String part) {
        process(part).kill();
    }

    /** Freezes a part (SIGSTOP): it keeps its connections and answers nothing, until {@link #resume}. */
    public void pause(String part) {
        process(part).pause();
    }

    /** Lets a frozen part go on. */
    public void resume(String part) {
        process(part).resume();
    }

    /** Stops a part as a deployment would. */
    public void stop(String part) {
        process(part).stop();
    }

    /** Starts a part that does not run, and returns when it is healthy. */
    public void start(String part) {
        new Startup(site, List.of(named(part)), progress).run();
    }

    /** What each part does now. */
    List<PartStatus> status() {
        return parts.stream().map(part -> PartStatus.of(site, part)).toList();
    }

    /** Stops every part; the state stays. */
    public void stop() {
        stop(site, parts, progress);
        leaveRunning();
    }

    static void stop(Site site, List<Part> parts, Progress progress) {
        new StateFolder(site.state()).exclusively(() -> {
            new Shutdown(site, progress).stop(parts);
            return parts;
        });
    }

    /** Deletes everything that a stack has kept in this folder, which must have been stopped; nothing if it is not one's. */
    public static void delete(Path state) {
        new StateFolder(state).delete();
    }

    /** Stops the stack if it did not run before. */
    @Override
    public void close() {
        if (!ranBefore()) {
            stop();
        }
    }

    private PartProcess process(String part) {
        return new PartProcess(site, named(part).name());
    }

    private Part named(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part is named " + name));
    }
}
