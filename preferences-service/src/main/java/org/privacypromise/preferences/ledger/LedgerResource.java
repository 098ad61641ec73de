package org.privacypromise.preferences.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriBuilder;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.PublicKeySet;
import org.privacypromise.preferences.access.NoteAccess;

/** The ledger for those who check it: heads and keys for everybody, records for the privacy team. */
@Path("/ledger")
public class LedgerResource {

    private static final Map<String, List<String>> DOWNLOAD = Map.of(
            HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"ledger.ndjson\""),
            HttpHeaders.CACHE_CONTROL, List.of("no-store"));

    private final SignedHeadRepository heads;
    private final HeadKeys keys;
    private final ExportLedger export;
    private final NoteAccess access;
    private final ObjectMapper json;

    LedgerResource(
            SignedHeadRepository heads, HeadKeys keys, ExportLedger export, NoteAccess access, ObjectMapper json) {
        this.heads = heads;
        this.keys = keys;
        this.export = export;
        this.access = access;
        this.json = json;
    }

    /** The signed heads, from the oldest. They say nothing about anybody: keep a copy, and it is your proof. */
    @GET
    @Path("heads")
    @PermitAll
    @WithSession
    public Uni<RestResponse<HeadsView>> heads(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(200) int limit) {
        return heads.after(after, limit).map(found -> {
            ResponseBuilder<HeadsView> answer = ResponseBuilder.ok(HeadsView.of(found));
            return found.size() < limit
                    ? answer.build()
                    : answer.links(next(found.getLast(), limit)).build();
        });
    }

    /** The public keys with which a head's signature is checked (RFC 7517, RFC 8037). */
    @GET
    @Path("keys")
    @PermitAll
    public RestResponse<PublicKeySet> keys() {
        return ResponseBuilder.ok(keys.publicKeys())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    /**
     * The whole ledger, or one subject's part of it, as {@code ./suite verify-ledger} reads it. Streamed; a file without
     * its last line was cut off.
     */
    @GET
    @Path("export")
    @RolesAllowed({"privacy-team", "operator"})
    @Produces("application/x-ndjson")
    public Multi<byte[]> export(
            @QueryParam("key") @Pattern(regexp = "[cp]:[A-Za-z0-9._~-]{1,128}") @Nullable String key,
            @HeaderParam("X-Purpose") @Size(max = 200) @Nullable String purpose) {
        return RestMulti.fromUniResponse(
                access.note("ledger-export", key, purpose),
                noted -> (key == null ? export.all() : export.of(key)).map(this::written),
                noted -> DOWNLOAD);
    }

    private byte[] written(List<LedgerLine> lines) {
        return lines.stream()
                .map(this::written)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String written(LedgerLine line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Link next(SignedHead last, int limit) {
        return Link.fromUriBuilder(UriBuilder.fromPath("/ledger/heads")
                        .queryParam("after", last.sequence)
                        .queryParam("limit", limit))
                .rel("next")
                .build();
    }

    /** Signed heads in their order. */
    public record HeadsView(List<HeadView> heads) {

        static HeadsView of(List<SignedHead> heads) {
            return new HeadsView(heads.stream().map(HeadView::from).toList());
        }
    }

    /**
     * A signed head.
     *
     * @param hash what the next head names this one by
     */
    public record HeadView(long sequence, Instant signedAt, long records, String hash, String jws) {

        static HeadView from(SignedHead head) {
            return new HeadView(
                    head.sequence, head.signedAt, head.records, head.hash().hex(), head.jws);
        }
    }
}
