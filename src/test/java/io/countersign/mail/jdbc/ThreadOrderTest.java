package io.countersign.mail.jdbc;

import static io.countersign.mail.jdbc.ImportHome.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Message;
import io.countersign.shared.db.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadOrderTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderOfArrivalGivesTheSameThreads(long seed) {
        var random = new Random(seed);
        var mails = randomMails(random);
        var expected = threads(mails, List.of(mails.size()));

        for (int round = 0; round < 4; round++) {
            var shuffled = new ArrayList<>(mails);
            Collections.shuffle(shuffled, random);
            assertThat(threads(shuffled, cuts(random, mails.size()))).isEqualTo(expected);
        }
    }

    /** Mails that refer to each other, to mails that never arrive, or only by their subject. */
    private static List<String> randomMails(Random random) {
        var mails = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            var subject = (random.nextInt(3) == 0 ? "Re: " : "") + "topic " + random.nextInt(12);
            var references = random.nextInt(2) == 0
                    ? ""
                    : "References: <m" + random.nextInt(60) + "@x> <m" + random.nextInt(60) + "@x>\n";
            mails.add(mail("m" + i + "@x", subject, references));
        }
        return mails;
    }

    private static List<Integer> cuts(Random random, int size) {
        var sizes = new ArrayList<Integer>();
        for (int left = size; left > 0; ) {
            int next = Math.min(left, 1 + random.nextInt(15));
            sizes.add(next);
            left -= next;
        }
        return sizes;
    }

    /** Imports in batches of these sizes; the answer names each thread by its smallest Message-ID. */
    private Set<Set<String>> threads(List<String> mails, List<Integer> sizes) {
        try (var home = new ImportHome(folder, TestDatabases.h2())) {
            int from = 0;
            for (int size : sizes) {
                home.run(home.mbox(mails.subList(from, from + size).toArray(String[]::new)));
                from += size;
            }
            Map<Long, List<Message>> byThread = home.all().stream().collect(Collectors.groupingBy(Message::threadId));
            byThread.forEach((thread, members) -> assertThat(thread)
                    .isEqualTo(members.stream().mapToLong(Message::id).min().orElseThrow()));
            return byThread.values().stream()
                    .map(members -> members.stream()
                            .map(message -> message.envelope().messageId())
                            .collect(Collectors.toSet()))
                    .collect(Collectors.toSet());
        }
    }
}
