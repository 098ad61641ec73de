package org.privacypromise.requests.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.StepView;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.desk.step.DeskStep;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.lifecycle.step.Status;

/**
 * A request as the desk sees it.
 *
 * @param customerId whose data it is about; else {@code contactRef}, which stands for a contact point
 * @param noticeBy the last day on which the person can be told of an extension
 * @param openProposal what waits for a second person
 * @param possible what can be done now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeskRequestView(
        UUID requestId,
        Right right,
        Status status,
        Channel channel,
        Regime regime,
        String place,
        @Nullable String customerId,
        @Nullable String contactRef,
        Instant receivedAt,
        LocalDate dueDate,
        @Nullable LocalDate noticeBy,
        boolean extended,
        List<StepView> derivation,
        @Nullable String assignee,
        List<TaskView> tasks,
        @Nullable UUID openProposal,
        Set<DeskStep> possible) {

    /** What one system has to do. */
    record TaskView(UUID taskId, String system, String state) {}

    static DeskRequestView from(DeskFile file, List<StepView> derivation, List<TaskView> tasks, LocalDate today) {
        Request request = file.request();
        Proposal open = file.open();
        return new DeskRequestView(
                request.id(),
                request.right(),
                request.status(),
                request.channel(),
                request.regime(),
                request.place(),
                request.customerId(),
                request.contactRef(),
                request.receivedAt(),
                request.dueDate(),
                file.noticeBy(),
                request.derivation().facts().extended(),
                derivation,
                file.desk().assignee(),
                tasks,
                open == null ? null : open.id(),
                file.possible(today));
    }
}
