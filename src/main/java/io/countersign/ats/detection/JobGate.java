package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import io.countersign.classify.PhraseSet;
import io.countersign.mail.Category;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;

/** Says within microseconds whether a mail is worth a closer look; nearly all mail is not. Immutable and thread-safe. */
final class JobGate {
    private static final int LOOKED_AT = 1_500;
    private static final int LONGEST_SUBJECT = 300;
    /** People who write few words often leave out what it is about. */
    private static final int SHORT = 900;

    private final PhraseSet words;
    private final AtsDetector detector;

    JobGate(DataFile file, AtsDetector detector) {
        var builder = new PhraseSet.Builder();
        for (var section : file.sections()) {
            for (var line : section.lines()) {
                for (var phrase : line.text().split("\\|", -1)) {
                    builder.add(line, phrase);
                }
            }
        }
        words = builder.build();
        this.detector = detector;
    }

    boolean mayBeJobMail(ParsedMail mail, Understanding soFar) {
        return soFar.category().isJobSearch()
                || mentionsWork(mail.subject(), LONGEST_SUBJECT)
                || mentionsWork(mail.text(), LOOKED_AT)
                || detector.isEmployer(mail)
                || detector.sender(mail).isPresent()
                || (soFar.category() == Category.PERSONAL && mail.text().length() <= SHORT);
    }

    private boolean mentionsWork(String text, int length) {
        var found = new boolean[1];
        words.find(text, new int[] {0, Math.min(text.length(), length)}, (_, _, _) -> found[0] = true);
        return found[0];
    }
}
