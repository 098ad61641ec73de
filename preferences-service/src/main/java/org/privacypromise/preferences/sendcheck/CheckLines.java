package org.privacypromise.preferences.sendcheck;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.ndjson.Line;
import org.privacypromise.preferences.ndjson.UnreadableLineException;
import org.privacypromise.preferences.sendcheck.verdict.Because;
import org.privacypromise.preferences.sendcheck.verdict.Verdict;

/** Answers lines of questions with lines of verdicts. A line that cannot be read is answered no, and the others go on. */
@ApplicationScoped
class CheckLines implements Line.Answer {

    private static final int CHARACTERS_OF_AN_ANSWER = 72;

    private final QuestionReader reader;
    private final CheckSends checks;

    CheckLines(QuestionReader reader, CheckSends checks) {
        this.reader = reader;
        this.checks = checks;
    }

    @Override
    public Uni<byte[]> to(List<Line> lines) {
        List<Question> questions = new ArrayList<>(lines.size());
        @Nullable String[] remedies = new String[lines.size()];
        for (int i = 0; i < remedies.length; i++) {
            try {
                questions.add(reader.read(lines.get(i)));
            } catch (UnreadableLineException e) {
                remedies[i] = e.remedy();
            }
        }
        return checks.check(questions).map(verdicts -> write(lines, remedies, verdicts));
    }

    // Nothing in it needs escaping: numbers, our own codes and our own words.
    private static byte[] write(List<Line> lines, @Nullable String[] remedies, List<Verdict> verdicts) {
        StringBuilder answers = new StringBuilder(lines.size() * CHARACTERS_OF_AN_ANSWER);
        int next = 0;
        for (int i = 0; i < remedies.length; i++) {
            Verdict verdict = remedies[i] == null ? verdicts.get(next++) : Verdict.refused(Because.NOT_UNDERSTOOD);
            if (i > 0) {
                answers.append('\n');
            }
            answers.append("{\"line\":")
                    .append(lines.get(i).number())
                    .append(",\"allowed\":")
                    .append(verdict.allowed())
                    .append(",\"because\":\"")
                    .append(verdict.because().code())
                    .append("\",\"version\":")
                    .append(verdict.version());
            if (remedies[i] != null) {
                answers.append(",\"remedy\":\"").append(remedies[i]).append('"');
            }
            answers.append('}');
        }
        return answers.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
