package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnlistedMailTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void onlyWhatWasStoredAfterTheNewestKnownMailIsRead() {
        var locations = store(0, 40);

        assertThat(read(Optional.of(locations.get(24)))).containsExactlyElementsOf(mails(25, 40));
        assertThat(read(Optional.of(locations.getLast()))).isEmpty();
        assertThat(read(Optional.empty())).containsExactlyElementsOf(mails(0, 40));
    }

    @Test
    void whatKilledProcessesLeftInBetweenIsPassedOver() throws IOException {
        var known = store(0, 1).getFirst();
        append(0, 0, 0, 200, 1, 2, 3, 4, 0x28, 0xB5, 0x2F, 0xFD, 9);
        store(1, 3);
        append(0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0x28, 0xB5, 0x2F, 0xFD);
        append(0, 0, 0, 9);

        assertThat(read(Optional.of(known))).containsExactlyElementsOf(mails(1, 3));
    }

    @Test
    void aMissingFolderHoldsNothing() {
        assertThat(new Collected(folder.resolve("none"), Optional.empty()).mails)
                .isEmpty();
    }

    private List<RawLocation> store(int from, int to) {
        try (var packer = new RawPacker();
                var store = new SegmentRawMailStore(folder, 2_000)) {
            var locations = new ArrayList<RawLocation>();
            for (var mail : mails(from, to)) {
                locations.addAll(
                        store.append(List.of(new PackedMail(1, packer.pack(mail.getBytes(StandardCharsets.UTF_8))))));
            }
            return locations;
        }
    }

    private static List<String> mails(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "Subject: mail " + i + "\n\n"
                        + Integer.toString(i * 7919, 36).repeat(i))
                .toList();
    }

    private void append(int... bytes) throws IOException {
        var content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        Files.write(folder.resolve("000001.zst"), content, StandardOpenOption.APPEND);
    }

    private List<String> read(Optional<RawLocation> newest) {
        return new Collected(folder, newest).mails;
    }

    private static final class Collected implements MailSource.Sink {
        private final List<String> mails = new ArrayList<>();

        Collected(Path folder, Optional<RawLocation> newest) {
            new UnlistedMail(folder, newest).read(this, Progress.none());
        }

        @Override
        public void mail(RawMail mail) {
            mails.add(new String(mail.content(), StandardCharsets.UTF_8));
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new AssertionError(rejection.toString());
        }
    }
}
