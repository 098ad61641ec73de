package org.privacypromise.sample;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** What both systems consist of: two followers, their stores, a worker, and a small HTTP API to look inside. */
final class SampleSystem implements AutoCloseable {

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final String CHOICES = "/choices/";

    private final String name;
    private final PGSimpleDataSource database;
    private final SuiteClient suite;
    private final ChoiceStore choices;
    private final Holdings holdings;
    private final List<TopicFollower> followers;
    private final TaskWorker worker;
    private final HttpApi http;
    private final Supplier<Outlet> outlet;
    private @Nullable SentReporter reporter;

    SampleSystem(String name, Environment environment) {
        this.name = name;
        database = new PGSimpleDataSource();
        database.setUrl(environment.text("DATABASE_URL"));
        database.setUser(environment.text("DATABASE_USER"));
        database.setPassword(environment.text("DATABASE_PASSWORD", ""));
        database.setSocketTimeout(20);
        String kafka = environment.text("KAFKA_BOOTSTRAP_SERVERS");
        InstantSource clock = InstantSource.system();

        outlet = () -> new KafkaOutlet(name, kafka);
        suite = new SuiteClient(new AccessTokens(
                environment.address("OIDC_TOKEN_URL"),
                environment.text("CLIENT_ID"),
                environment.file("CLIENT_SECRET_FILE"),
                clock));

        choices = new ChoiceStore(database, clock);
        var tasks = new TaskStore(database, clock);
        followers = List.of(
                ChoicesFollower.of(name, kafka, choices, outlet, clock), TasksFollower.of(name, kafka, tasks, clock));
        holdings = new Holdings(name, clock).with(choices);
        var upload = new DataUpload(environment.address("REQUESTS_URL"), suite, new TaskDocuments(database));
        worker = new TaskWorker(name, tasks, holdings, upload, outlet, clock);
        http = open(environment.port("HTTP_PORT"));
        http.serve("GET", "/health", request -> health());
        http.serve("GET", CHOICES, this::held);
    }

    private static HttpApi open(int port) {
        try {
            return new HttpApi(port);
        } catch (BindException e) {
            throw new Environment.WrongException("The port in HTTP_PORT is in use: choose another one.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpApi.Answer health() {
        return followers.stream().allMatch(TopicFollower::isFollowing)
                ? HttpApi.Answer.of(200, Map.of("status", "UP"))
                : HttpApi.Answer.of(503, Map.of("status", "DOWN"));
    }

    private HttpApi.Answer held(HttpExchange request) throws Exception {
        String key = request.getRequestURI().getPath().substring(CHOICES.length());
        ChoiceStore.Held held = choices.find(key)
                .orElseThrow(() -> Problem.notFound("No choices are held for this key: nothing is allowed."));
        return HttpApi.Answer.of(
                200,
                Map.of(
                        "key", held.choices().key(),
                        "version", held.choices().version(),
                        "choices", held.choices().choices(),
                        "effectiveFrom", held.effectiveFrom().toString()));
    }

    ChoiceStore choices() {
        return choices;
    }

    DataSource database() {
        return database;
    }

    SuiteClient suite() {
        return suite;
    }

    /** What the system holds beside the choices. */
    SampleSystem holding(SubjectData part) {
        holdings.with(part);
        return this;
    }

    /** What of the messages that the system sends is told to the suite: all of them. */
    SampleSystem reporting(SentMessages messages) {
        reporter = new SentReporter(name, messages, outlet);
        return holding(messages);
    }

    SampleSystem serving(String method, String path, HttpApi.Endpoint endpoint) {
        http.serve(method, path, endpoint);
        return this;
    }

    SampleSystem start() {
        followers.forEach(TopicFollower::start);
        worker.start();
        if (reporter != null) {
            reporter.start();
        }
        http.start();
        System.getLogger(name).log(Level.INFO, "{0} listens on 127.0.0.1:{1}", name, String.valueOf(http.port()));
        return this;
    }

    int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
        worker.close();
        if (reporter != null) {
            reporter.close();
        }
        followers.forEach(TopicFollower::close);
    }

    /** Runs until the process is asked to end (SIGTERM, Ctrl-C); exit code 2 if the environment is wrong. */
    static void run(Function<Environment, SampleSystem> create) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%n");
        KAFKA.setLevel(java.util.logging.Level.WARNING);
        try {
            SampleSystem system = create.apply(new Environment(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(system::close));
            system.start();
        } catch (Environment.WrongException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
