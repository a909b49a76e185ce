package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answer.Citation;
import io.countersign.ask.Answerer;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.QuestionReader;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers two questions in one, one after the other, where it knows an answer to both. */
public final class TwoPartAnswerer implements Answerer {
    private static final Pattern MARK = Pattern.compile(" \\[(\\d{1,2})]");

    private final QuestionReader reader;
    private final List<Answerer> answerers;

    /** @param answerers of one question, in the order in which they are asked */
    public TwoPartAnswerer(QuestionReader reader, List<Answerer> answerers) {
        this.reader = reader;
        this.answerers = List.copyOf(answerers);
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        var parts = reader.clauses(inquiry);
        if (parts.size() < 2) {
            return Optional.empty();
        }
        var answers = new ArrayList<Answer>();
        for (var part : parts) {
            var answer = one(new Question(part, question.mode()), progress);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            answers.add(answer.get());
        }
        return joined(answers).map(answer -> {
            told.accept(answer.text());
            return answer;
        });
    }

    private Optional<Answer> one(Question part, Progress progress) {
        var inquiry = reader.read(part.text());
        return answerers.stream()
                .flatMap(answerer -> {
                    progress.checkCancelled();
                    return answerer.answer(part, inquiry, _ -> {}, progress).stream();
                })
                .findFirst()
                .filter(answer -> answer.certainty() == Certainty.EXACT || answer.certainty() == Certainty.EXTRACTED)
                .filter(answer -> answer.suggestions().isEmpty());
    }

    /** Empty where they cite more than one answer may. */
    private static Optional<Answer> joined(List<Answer> answers) {
        var citations = new ArrayList<Citation>();
        var texts = new ArrayList<String>();
        boolean extracted = false;
        for (var answer : answers) {
            texts.add(renumbered(answer, citations));
            extracted |= answer.certainty() == Certainty.EXTRACTED;
        }
        var certainty = extracted ? Certainty.EXTRACTED : Certainty.EXACT;
        return citations.size() > Citations.MOST
                ? Optional.empty()
                : Optional.of(new Answer(
                        String.join("\n", texts.stream().distinct().toList()),
                        certainty,
                        citations,
                        List.of(),
                        List.of()));
    }

    private static String renumbered(Answer answer, List<Citation> citations) {
        return MARK.matcher(answer.text()).replaceAll(mark -> {
            int number = Integer.parseInt(mark.group(1));
            if (number < 1 || number > answer.citations().size()) {
                return Matcher.quoteReplacement(mark.group());
            }
            var citation = answer.citations().get(number - 1);
            if (!citations.contains(citation)) {
                citations.add(citation);
            }
            return " [" + (citations.indexOf(citation) + 1) + "]";
        });
    }
}
