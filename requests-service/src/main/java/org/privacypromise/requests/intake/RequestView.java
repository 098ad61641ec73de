package org.privacypromise.requests.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.LawInWords;
import org.privacypromise.requests.clock.StepView;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.lifecycle.step.Status;

/**
 * A request as whoever made it sees it.
 *
 * @param dueDate the last day on which the answer is in time
 * @param derivation how that date is found
 * @param next what comes next, in plain words
 * @param together what else was asked in the same go
 * @param trackingKey with which a guest sees the request again; told once, with the answer to the submission
 * @param tasks how many systems have done their part; absent while nothing is planned
 * @param report what an erasure has erased and kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        String requestId,
        Status status,
        List<Right> rights,
        Channel channel,
        Instant receivedAt,
        LocalDate dueDate,
        Regime regime,
        String place,
        List<StepView> derivation,
        String next,
        List<TogetherView> together,
        @Nullable String trackingKey,
        AnswerProgress.@Nullable TasksView tasks,
        @Nullable Object report) {

    /** Another request of the same submission. */
    record TogetherView(String requestId, Right right, Status status, LocalDate dueDate) {

        static TogetherView from(Request other) {
            return new TogetherView(other.id().toString(), other.right(), other.status(), other.dueDate());
        }
    }

    static RequestView from(
            Request request,
            List<Request> together,
            @Nullable String trackingKey,
            AnswerProgress.Progress progress,
            LawInWords law) {
        return new RequestView(
                request.id().toString(),
                request.status(),
                List.of(request.right()),
                request.channel(),
                request.receivedAt(),
                request.dueDate(),
                request.regime(),
                request.place(),
                law.steps(request.derivation(), request.language()),
                next(request, law.complaints(request.regime(), request.place(), "en")),
                together.stream().map(TogetherView::from).toList(),
                trackingKey,
                progress.tasks(),
                progress.report());
    }

    private static String next(Request request, String complaints) {
        return switch (request.status()) {
            case AWAITING_VERIFICATION ->
                "Type in the code that we sent you. If it is too old by now, ask for another one.";
            case AWAITING_SIGN_IN ->
                "Sign in: your address belongs to a customer account. Then this request goes on; its time is running.";
            case SCREENING -> "We make sure that nobody misuses your name. There is nothing for you to do.";
            case IN_REVIEW -> "A person of our team looks at your request. Its time is running meanwhile.";
            case FULFILLING -> "Our systems are at work on it. There is nothing for you to do.";
            case ANSWERED ->
                switch (request.right()) {
                    case ACCESS, PORTABILITY -> "Fetch your data while it is there.";
                    case ERASURE -> "It is done. The report says what is kept, why, and until when.";
                    default -> "It is done. We have told you what came of it.";
                };
            case ANSWERED_IN_PART ->
                "We could not do all of it, and have told you what and why. You can complain to " + complaints + ".";
            case REFUSED -> "We have refused it and told you why. You can complain to " + complaints + ".";
            case LAPSED -> "It has ended, because it was not shown in time who asked. You can ask again.";
            case WITHDRAWN -> "You have taken it back. You can ask again.";
        };
    }
}
