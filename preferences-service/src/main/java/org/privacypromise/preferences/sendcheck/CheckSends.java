package org.privacypromise.preferences.sendcheck;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.purpose.NoticeHistory;
import org.privacypromise.preferences.purpose.notice.Standing;
import org.privacypromise.preferences.sendcheck.OfferedCells.Offered;
import org.privacypromise.preferences.sendcheck.WhatIsKnown.Stored;
import org.privacypromise.preferences.sendcheck.WhatIsKnown.StoredChoice;
import org.privacypromise.preferences.sendcheck.verdict.Because;
import org.privacypromise.preferences.sendcheck.verdict.JudgeSend;
import org.privacypromise.preferences.sendcheck.verdict.Offer;
import org.privacypromise.preferences.sendcheck.verdict.Verdict;
import org.privacypromise.preferences.sendcheck.verdict.Word;

/** Says what may be sent now. Whatever goes wrong on the way there, the answer is never yes. */
@ApplicationScoped
class CheckSends {

    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(5);

    private final OfferedCells cells;
    private final SendCheckRepository tables;
    private final NoticeHistory notices;

    CheckSends(OfferedCells cells, SendCheckRepository tables, NoticeHistory notices) {
        this.cells = cells;
        this.tables = tables;
        this.notices = notices;
    }

    Uni<Verdict> check(Question question) {
        return check(List.of(question)).map(List::getFirst);
    }

    /**
     * A verdict for each question, in the same order.
     *
     * @return fails with {@link ProblemType#UNAVAILABLE} if it cannot be looked up
     */
    Uni<List<Verdict>> check(List<Question> questions) {
        List<Question> known = questions.stream().filter(this::isAboutACell).toList();
        if (known.isEmpty()) {
            return Uni.createFrom().item(verdicts(questions, new WhatIsKnown(0)));
        }
        return tables.lookUp(known)
                .ifNoItem()
                .after(LONGEST_LOOK_UP)
                .fail()
                .onFailure()
                .transform(CheckSends::unavailable)
                .map(found -> verdicts(questions, found));
    }

    private boolean isAboutACell(Question question) {
        return cells.find(question.cell()) != null;
    }

    private List<Verdict> verdicts(List<Question> questions, WhatIsKnown known) {
        List<Verdict> verdicts = new ArrayList<>(questions.size());
        int place = 0;
        for (Question question : questions) {
            Offered offered = cells.find(question.cell());
            verdicts.add(
                    offered == null
                            ? Verdict.refused(Because.NO_SUCH_CHOICE)
                            : verdict(question, offered, known, place++));
        }
        return verdicts;
    }

    private Verdict verdict(Question question, Offered offered, WhatIsKnown known, int place) {
        Stored own = known.own(place);
        if (known.isRestricted(place) && offered.offer() != Offer.SERVICE_MESSAGE) {
            return new Verdict(false, Because.RESTRICTED, own == null ? 0 : own.version());
        }
        Word word = own == null ? null : word(question.cell(), offered, own);
        if (!question.atContactPoint()) {
            return JudgeSend.toCustomer(offered.offer(), word);
        }
        List<Word> customers = known.customers(place).stream()
                .map(customer -> word(question.cell(), offered, customer))
                .toList();
        return JudgeSend.toContactPoint(
                offered.offer(), word, customers, isSuppressed(known.suppressedSince(place), own));
    }

    private Word word(Cell cell, Offered offered, Stored subject) {
        StoredChoice choice = subject.choice();
        if (choice == null && subject.everythingOff() && offered.offer() == Offer.CHOICE) {
            // It came with a newer notice: everything means that, too.
            return new Word(subject.version(), true, false, false);
        }
        Standing standing = choice == null
                ? notices.ofSilence(cell, Objects.requireNonNull(subject.createdAt()))
                : notices.of(cell, choice.allowed(), choice.noticeVersion());
        return new Word(subject.version(), choice != null, standing.allowed(), standing.newChoiceNeeded());
    }

    /** Whoever said yes at the contact point itself after that is somebody new, or of a new mind. */
    private static boolean isSuppressed(@Nullable Instant since, @Nullable Stored own) {
        if (since == null) {
            return false;
        }
        StoredChoice choice = own == null ? null : own.choice();
        return choice == null
                || !choice.allowed()
                || choice.since() == null
                || !Instant.parse(choice.since()).isAfter(since);
    }

    static ProblemException unavailable(Throwable cause) {
        return new ProblemException(
                ProblemType.UNAVAILABLE, "What may be sent cannot be looked up. Send nothing, and ask again later.");
    }
}
