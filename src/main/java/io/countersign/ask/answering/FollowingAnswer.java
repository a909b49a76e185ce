package io.countersign.ask.answering;

import com.google.re2j.Pattern;
import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Citation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer that stands below another one: its citations are numbered on. */
final class FollowingAnswer {
    private static final Pattern MARKS = Pattern.compile("(?: \\[[0-9]{1,3}])+$");

    private final List<Citation> before;
    private final Answer answer;

    FollowingAnswer(List<Citation> before, Answer answer) {
        this.before = before;
        this.answer = answer;
    }

    List<Citation> citations() {
        return Stream.concat(before.stream(), answer.citations().stream()).toList();
    }

    /** Only marks at the ends of lines are ours: a quoted mail may hold some of its own. */
    String text() {
        return before.isEmpty()
                ? answer.text()
                : answer.text().lines().map(this::numberedOn).collect(Collectors.joining("\n"));
    }

    private String numberedOn(String line) {
        var matcher = MARKS.matcher(line);
        if (!matcher.find()) {
            return line;
        }
        var marks = Stream.of(matcher.group()
                        .replace("[", "")
                        .replace("]", "")
                        .strip()
                        .split(" ", -1))
                .map(number -> " [" + (Integer.parseInt(number) + before.size()) + "]")
                .collect(Collectors.joining());
        return line.substring(0, matcher.start()) + marks;
    }
}
