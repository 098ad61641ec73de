package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.LawInWords;
import org.privacypromise.requests.security.Caller;

/** What the desk's resources have in common: who comes, and the request that they get as an answer. */
@RequestScoped
class DeskAnswerResource {

    private static final String LANGUAGE = "en";

    private final DeskTaskRepository tasks;
    private final LawInWords law;
    private final Caller caller;
    private final Clock clock;

    DeskAnswerResource(DeskTaskRepository tasks, LawInWords law, Caller caller, Clock clock) {
        this.law = law;
        this.tasks = tasks;
        this.caller = caller;
        this.clock = clock;
    }

    /** Somebody who wants to look. */
    Uni<Visit> visit(UUID id, @Nullable String purpose) {
        return caller.staff().map(staff -> new Visit(staff, id, purpose, null));
    }

    /** Somebody with a fresh sign-in does something; the answer is the request as it is then. */
    Uni<RestResponse<DeskRequestView>> after(
            UUID id, @Nullable String purpose, @Nullable String version, Function<Visit, Uni<DeskFile>> work) {
        return caller.staffWithStepUp()
                .chain(staff -> work.apply(new Visit(staff, id, purpose, version)))
                .chain(file -> Panache.withSession(() -> of(file)));
    }

    /** The request, in the caller's session. */
    Uni<RestResponse<DeskRequestView>> of(DeskFile file) {
        return tasks.of(file.request().id()).map(all -> answer(file, all));
    }

    private RestResponse<DeskRequestView> answer(DeskFile file, List<DeskRequestView.TaskView> all) {
        return ResponseBuilder.ok(DeskRequestView.from(
                        file, law.steps(file.request().derivation(), LANGUAGE), all, LocalDate.now(clock)))
                .tag(new EntityTag(file.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
