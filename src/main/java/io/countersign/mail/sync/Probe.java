package io.countersign.mail.sync;

import io.countersign.mail.MailSource;
import io.countersign.mail.MailSources;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.mail.Selection;
import io.countersign.shared.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether anything in a mailbox is new, without reading a mail. For one thread. */
final class Probe implements Selection {
    private static final MailSource.Sink NOWHERE = new MailSource.Sink() {
        @Override
        public void mail(RawMail mail) {}

        @Override
        public void rejected(Rejection rejection) {}
    };

    private final Selection selection;
    private boolean found;

    private Probe(Selection selection) {
        this.selection = selection;
    }

    /**
     * Whether {@code selection} would read anything of {@code root}.
     *
     * @throws io.countersign.shared.CountersignException.Invalid when it is a folder without mail
     */
    static boolean finds(Selection selection, Path root, Progress progress) {
        if (!Files.isDirectory(root)) {
            return selection.reach(root).due();
        }
        var probe = new Probe(selection);
        new MailSources().at(root, probe).read(NOWHERE, progress);
        return probe.found;
    }

    @Override
    public boolean isDue(Path maildirPart) {
        return !found && selection.isDue(maildirPart);
    }

    @Override
    public boolean isDue(Path maildirPart, String name) {
        found = found || selection.isDue(maildirPart, name);
        return false;
    }

    @Override
    public Reach reach(Path file) {
        found = found || selection.reach(file).due();
        return Reach.NOTHING;
    }

    @Override
    public void ended(Path mbox, long lastMail) {}
}
