package io.countersign.mail.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.sync.SyncResult.Unchanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a mailbox grows, reading what is new gives what one import gives; on both databases. */
abstract class MailboxStepsContract extends MailboxSyncFixture {
    @Test
    void anyStepsInWhichAnMboxGrowsGiveTheSameMails() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            var whole = randomMbox(random);
            var grown = file("grown" + seed + ".mbox", "");
            home.desk.follow(grown);
            int at = 0;
            while (at < whole.length()) {
                int next = Math.min(whole.length(), at + 1 + random.nextInt(1 + whole.length() / 4));
                append(grown, whole.substring(at, next));
                at = next;
                if (at < whole.length()) {
                    Files.setLastModifiedTime(grown, FileTime.from(SyncHome.NOW));
                }
                home.sync();
            }
            var rest = home.contents();
            long mails = only().mails();
            home.desk.forget(grown);
            try (var other = new SyncHome(folder.resolve("other" + seed), open())) {
                other.importByHand(file("once/grown" + seed + ".mbox", whole));
                assertThat(rest).as("seed %d", seed).containsExactlyElementsOf(other.contents());
                assertThat(mails)
                        .as("seed %d", seed)
                        .isEqualTo(other.desk.all().getFirst().mails());
            }
            makeAnotherHome();
        }
    }

    private static String randomMbox(Random random) {
        var mbox = new StringBuilder();
        int mails = 2 + random.nextInt(12);
        for (int i = 0; i < mails; i++) {
            var body = "body " + i + "\n".repeat(1 + random.nextInt(3)) + (random.nextBoolean() ? ">From me\n" : "")
                    + "x".repeat(random.nextInt(300)) + "\n";
            var length = random.nextInt(3) == 0 ? "Content-Length: " + body.length() + "\n" : "";
            mbox.append(FROM)
                    .append("Message-ID: <m" + i + "@x>\nSubject: s" + i + "\nFrom: a@x\n")
                    .append(length)
                    .append("\n")
                    .append(body)
                    .append("\n");
        }
        return mbox.toString();
    }

    @Test
    void anyStepsInWhichAMaildirFillsGiveTheSameMails() throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            var random = new Random(seed);
            var root = maildir("filled" + seed);
            var fresh = new ArrayList<Path>();
            home.desk.follow(root);
            for (int i = 0; i < 40; i++) {
                var sub = random.nextInt(4) == 0 ? "/.Box" + random.nextInt(3) : "";
                maildir("filled" + seed + sub, "new/" + i);
                fresh.add(folder.resolve("filled" + seed + sub + "/new/" + i));
                if (random.nextInt(3) == 0) {
                    var seen = fresh.remove(random.nextInt(fresh.size()));
                    Files.move(seen, seen.resolveSibling("../cur/" + seen.getFileName() + ":2,S"));
                }
                if (random.nextInt(5) == 0) {
                    home.sync();
                }
            }
            home.sync();
            assertThat(home.sync().outcomes()).containsExactly(new Unchanged(root));
            assertThat(only().mails()).isEqualTo(40);
            try (var other = new SyncHome(folder.resolve("other" + seed), open())) {
                other.importByHand(root);
                assertThat(home.contents()).as("seed %d", seed).containsExactlyElementsOf(other.contents());
            }
            makeAnotherHome();
        }
    }
}
