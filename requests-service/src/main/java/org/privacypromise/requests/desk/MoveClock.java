package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.decision.AskForClarification;
import org.privacypromise.requests.decision.AskForIdentity;
import org.privacypromise.requests.decision.ExtendRequest;
import org.privacypromise.requests.decision.TakeClarification;
import org.privacypromise.requests.decision.TakeIdentity;
import org.privacypromise.requests.desk.WorkOnRequest.Done;
import org.privacypromise.requests.desk.step.DeskStep;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;

/** The steps of the desk by which a due date may move: what they do to it, the law's rules say. */
@ApplicationScoped
class MoveClock {

    private final WorkOnRequest working;
    private final AskForClarification askForClarification;
    private final TakeClarification takeClarification;
    private final AskForIdentity askForIdentity;
    private final TakeIdentity takeIdentity;
    private final ExtendRequest extending;

    MoveClock(
            WorkOnRequest working,
            AskForClarification askForClarification,
            TakeClarification takeClarification,
            AskForIdentity askForIdentity,
            TakeIdentity takeIdentity,
            ExtendRequest extending) {
        this.working = working;
        this.askForClarification = askForClarification;
        this.takeClarification = takeClarification;
        this.askForIdentity = askForIdentity;
        this.takeIdentity = takeIdentity;
        this.extending = extending;
    }

    Uni<DeskFile> askForClarification(Visit visit, Words question) {
        return step(
                visit,
                DeskStep.ASK_CLARIFICATION,
                Deed.CLARIFICATION_ASKED,
                question.words(),
                decision -> askForClarification.ask(visit.request(), decision));
    }

    Uni<DeskFile> takeClarification(Visit visit, Arrived answer) {
        return step(
                visit,
                DeskStep.TAKE_CLARIFICATION,
                Deed.CLARIFICATION_TAKEN,
                answer.words(),
                decision -> takeClarification.take(visit.request(), answer.on(), decision));
    }

    Uni<DeskFile> askForIdentity(Visit visit, Words question) {
        return step(
                visit,
                DeskStep.ASK_IDENTITY,
                Deed.IDENTITY_ASKED,
                question.words(),
                decision -> askForIdentity.ask(visit.request(), decision));
    }

    Uni<DeskFile> takeIdentity(Visit visit, Arrived answer) {
        return step(
                visit,
                DeskStep.TAKE_IDENTITY,
                Deed.IDENTITY_TAKEN,
                answer.words(),
                decision -> takeIdentity.take(visit.request(), answer.on(), decision));
    }

    Uni<DeskFile> extend(Visit visit, Words reason) {
        return step(
                visit,
                DeskStep.EXTEND,
                Deed.EXTENDED,
                reason.words(),
                decision -> extending.extend(visit.request(), decision));
    }

    private Uni<DeskFile> step(
            Visit visit, DeskStep step, Deed deed, PersonalText words, Function<Decision, Uni<Request>> deciding) {
        Decision decision = new Decision(visit.by().account(), DeskTexts.required(words, "/words"));
        return working.work(visit, step, file -> {
            String before = file.request().dueDate().toString();
            return deciding.apply(decision)
                    .map(moved -> new Done(deed, before, moved.dueDate().toString()));
        });
    }
}
