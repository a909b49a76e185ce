package io.countersign.ats.joining;

import io.countersign.ats.Application;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** A joiner, and letters that it joins. */
abstract class JoiningTest {
    final ApplicationJoiner joiner = new ApplicationJoiner(ZoneOffset.UTC);

    JoinedApplications join(Letter... letters) {
        return joiner.join(
                new JoinInput(Arrays.stream(letters).map(Letter::mail).toList(), List.of(), List.of()));
    }

    List<List<Long>> mails(Letter... letters) {
        return mails(join(letters));
    }

    static List<List<Long>> mails(JoinedApplications joined) {
        return joined.applications().stream().map(Application::messageIds).toList();
    }
}
