package io.countersign.app;

import io.countersign.ask.Question;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long answers take over the mail of a home: {@code AskSpeed HOME}. Prints the median and the longest of each question. */
final class AskSpeed {
    private static final int ROUNDS = 15;
    private static final double MILLION = 1e6;
    private static final List<String> QUESTIONS = List.of(
            "how many newsletters did I get in 2002?",
            "how many mails did I get?",
            "how many unread mails do I have?",
            "who sends me the most mail?",
            "who sends me the most newsletters?",
            "what is the oldest mail?",
            "how many mails about meetings did I get in 2001?",
            "how many mails about gas did I get?",
            "which mails about pipelines from drew.fossum did I get?",
            "how many mails with attachments do I have except from drew.fossum?",
            "how much did I spend in 2002?",
            "which receipts do I have?",
            "how many applications did I send?",
            "which interviews did I have in 2002?",
            "unsubscribe me from inactive newsletters");

    private AskSpeed() {}

    public static void main(String[] arguments) {
        var clock = Clock.system(ZoneId.systemDefault());
        try (var home = Home.open(Path.of(arguments[0]));
                var root = CompositionRoot.open(home, new DatabaseSettings.Embedded(home.database()), "bench", clock)) {
            var desk = root.ask(clock, Locale.UK);
            long start = System.nanoTime();
            root.roll().prepare(Progress.none());
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(
                    Locale.ROOT,
                    "%d mails read in %.0f ms; heap in use %d MB%n",
                    root.messages().count(),
                    (System.nanoTime() - start) / MILLION,
                    used >> 20);
            for (var question : QUESTIONS) {
                var times = new double[ROUNDS];
                var first = "";
                for (int round = 0; round < ROUNDS; round++) {
                    long began = System.nanoTime();
                    var answer = desk.ask(new Question(question, Mode.PLAIN), _ -> {}, Progress.none());
                    times[round] = (System.nanoTime() - began) / MILLION;
                    first = answer.text().lines().findFirst().orElse("");
                }
                double cold = times[0];
                Arrays.sort(times);
                System.out.printf(
                        Locale.ROOT,
                        "%7.1f ms median %7.1f first %7.1f most  %s -> %s%n",
                        times[ROUNDS / 2],
                        cold,
                        times[ROUNDS - 1],
                        question,
                        first.substring(0, Math.min(90, first.length())));
            }
        }
    }
}
