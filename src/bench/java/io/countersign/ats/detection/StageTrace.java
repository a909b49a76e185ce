package io.countersign.ats.detection;

import io.countersign.mail.ParsedMail;
import java.util.List;
import java.util.Set;

/** Prints which rules fire on a text, with what they saw: {@code StageTrace "subject" "body" [fact...]}. */
public final class StageTrace {
    private StageTrace() {}

    public static void main(String[] arguments) {
        var detection = AtsDetection.fromResources();
        ParsedMail mail = WrittenMails.parsed("Alex <a@b.example>", arguments[0], "text/plain", arguments[1], "");
        var passage = Passage.of(mail, detection.ownWords());
        var facts = Set.copyOf(List.of(arguments).subList(2, arguments.length));
        var reading = new StageReading(detection.rules(), passage, facts);
        System.out.println(passage.text());
        for (int i = 0; i < detection.rules().rules().size(); i++) {
            if (!reading.seen(i).isEmpty()) {
                System.out.println((reading.fires(i) ? "fires " : "saw   ")
                        + detection.rules().rule(i).name() + ": " + reading.seen(i));
            }
        }
        System.out.println(detection.stages().find(reading));
    }
}
