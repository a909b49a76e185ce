package io.countersign.mail.cli;

import io.countersign.mail.sync.FollowedMailboxes;
import io.countersign.shared.cli.Output;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sources list|follow|forget} */
@Command(
        name = "sources",
        description = "Lists the mailboxes that are read again for new mail; an import begins to follow what it reads.")
public final class SourcesCommand implements Runnable {
    private final Supplier<FollowedMailboxes> mailboxes;
    private final SourceRows rows;

    public SourcesCommand(Supplier<FollowedMailboxes> mailboxes, ZoneId zone, Output output) {
        this.mailboxes = mailboxes;
        this.rows = new SourceRows(zone, output);
    }

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "Lists them, with when each was read last and what is wrong with it.")
    void list() {
        rows.show(mailboxes.get().all());
    }

    @Command(name = "follow", description = "Follows a mailbox; sync, or the job mailbox-sync, reads it.")
    void follow(
            @Parameters(paramLabel = "PATH", description = "a Maildir, an mbox file, or a folder of mail") Path path) {
        rows.show(List.of(mailboxes.get().follow(path)));
    }

    @Command(name = "forget", description = "Stops following a mailbox. Its mail stays.")
    void forget(@Parameters(paramLabel = "PATH", description = "as the list shows it") Path path) {
        rows.show(List.of(mailboxes.get().forget(path).source()));
    }
}
