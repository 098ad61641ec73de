package org.privacypromise.preferences.legacyimport;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.preferences.legacyimport.LegacyImport.Format;
import org.privacypromise.preferences.legacyimport.line.LineFault;

/** For operators: consents of the time before the suite, in bulk. A file is read as it comes, and never held in memory. */
@Path("/imports")
@RolesAllowed("operator")
public class ImportResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final Map<String, List<String>> DOWNLOAD = Map.of(
            HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"import-faults.csv\""),
            HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    private static final int PIECES_AHEAD = 16;
    private static final int FAULTS_AT_ONCE = 5_000;

    private final ReceiveImport receiveImport;
    private final ImportRepository imports;
    private final WaitingRepository waiting;
    private final SecurityIdentity identity;

    ImportResource(
            ReceiveImport receiveImport,
            ImportRepository imports,
            WaitingRepository waiting,
            SecurityIdentity identity) {
        this.receiveImport = receiveImport;
        this.imports = imports;
        this.waiting = waiting;
        this.identity = identity;
    }

    /**
     * Takes a file of choices, CSV with a header line or NDJSON. The answer comes when all of it is stored; then it is
     * applied, and {@code GET /imports/{id}} tells how far that has come.
     *
     * @param dryRun to be told what it would do, and what is wrong with it, without anything being changed
     */
    @POST
    @Consumes({CSV, NDJSON})
    @NonBlocking
    @Cancellable(false)
    public Uni<RestResponse<ImportView>> upload(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Context HttpServerRequest request) {
        Iterable<byte[]> body = body(request);
        Format format = contentType.startsWith(CSV) ? Format.CSV : Format.NDJSON;
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        String client = Objects.requireNonNullElse(token.getSubject(), "unknown");
        return onWorker(() -> view(receiveImport.receive(format, dryRun, client, body)))
                .map(received -> ResponseBuilder.create(RestResponse.Status.ACCEPTED, received)
                        .location(URI.create("/imports/" + received.importId()))
                        .build());
    }

    /** Sends the same file again after an upload was cut off; what is stored is skipped. */
    @PUT
    @Path("{id}/lines")
    @Consumes({CSV, NDJSON})
    @NonBlocking
    @Cancellable(false)
    public Uni<RestResponse<ImportView>> resume(@PathParam("id") UUID id, @Context HttpServerRequest request) {
        Iterable<byte[]> body = body(request);
        return onWorker(() -> view(receiveImport.resume(id, body)))
                .map(received -> RestResponse.status(RestResponse.Status.ACCEPTED, received));
    }

    /** Applies what a dry run has checked, without another upload. */
    @POST
    @Path("{id}/application")
    @Blocking
    @Cancellable(false)
    public RestResponse<ImportView> apply(@PathParam("id") UUID id) throws SQLException {
        LegacyImport checked = find(id);
        boolean again = checked.state() != ImportState.CHECKED && !checked.dryRun();
        if (!again && !imports.applyChecked(id)) {
            throw new ProblemException(
                    ReceiveImport.NOT_RECEIVING, "Only a dry run that is over can be applied: see its state.");
        }
        return RestResponse.status(RestResponse.Status.ACCEPTED, view(find(id)));
    }

    /** The newest first. */
    @GET
    @Blocking
    public List<ImportView> list(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit)
            throws SQLException {
        long untold = waiting.toBeTold();
        return imports.newest(limit).stream()
                .map(one -> ImportView.from(one, untold))
                .toList();
    }

    @GET
    @Path("{id}")
    @Blocking
    public ImportView progress(@PathParam("id") UUID id) throws SQLException {
        return view(find(id));
    }

    /** What is wrong with which lines, as CSV; it does not repeat what they say. */
    @GET
    @Path("{id}/faults")
    @Produces(CSV)
    public Multi<byte[]> faults(@PathParam("id") UUID id) {
        return RestMulti.fromUniResponse(onWorker(() -> find(id)), found -> faultsOf(found.id()), found -> DOWNLOAD);
    }

    private Multi<byte[]> faultsOf(UUID id) {
        Multi<byte[]> header = Multi.createFrom().item("line,field,fault\r\n".getBytes(StandardCharsets.UTF_8));
        Multi<byte[]> pages = Multi.createBy()
                .repeating()
                .uni(() -> new Page(id), page -> onWorker(page::next))
                .whilst(page -> !page.isEmpty())
                .filter(page -> !page.isEmpty())
                .map(ImportResource::csv);
        return Multi.createBy().concatenating().streams(header, pages);
    }

    /** Where the download is. */
    private final class Page {

        private final UUID id;
        private LineFault after = new LineFault(0, "", "");

        Page(UUID id) {
            this.id = id;
        }

        List<LineFault> next() throws SQLException {
            List<LineFault> faults = imports.faults(id, after, FAULTS_AT_ONCE);
            after = faults.isEmpty() ? after : faults.getLast();
            return faults;
        }
    }

    private static byte[] csv(List<LineFault> faults) {
        return faults.stream()
                .map(fault -> fault.line() + "," + fault.field() + ",\""
                        + fault.fault().replace("\"", "\"\"") + "\"\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private LegacyImport find(UUID id) throws SQLException {
        return imports.find(id).orElseThrow(ReceiveImport::unknown);
    }

    private ImportView view(LegacyImport one) throws SQLException {
        return ImportView.from(one, waiting.toBeTold());
    }

    /** Nothing is read before somebody asks for it, which is also what slows a fast sender down. */
    private static Iterable<byte[]> body(HttpServerRequest request) {
        request.pause();
        return MultiHelper.toMulti(request)
                .map(Buffer::getBytes)
                .subscribe()
                .asIterable(PIECES_AHEAD, ImportResource::queue);
    }

    private static Queue<byte[]> queue() {
        return new ArrayBlockingQueue<>(PIECES_AHEAD);
    }

    private static <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }
}
