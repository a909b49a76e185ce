package io.countersign.money.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.countersign.money.PdfReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FramesTest {
    private static byte[] written(PdfReading reading) throws IOException {
        var out = new ByteArrayOutputStream();
        Frames.writeReading(reading, new DataOutputStream(out));
        return out.toByteArray();
    }

    private static PdfReading read(byte[] bytes) throws IOException {
        return Frames.readReading(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void aReadingArrivesAsItWasSent() throws IOException {
        var readings = List.of(
                new PdfReading.Text(List.of("", "Summe 1.234,56 \u20ac", "\u5408\u8a08")),
                new PdfReading.Text(List.of("\uffff".repeat(Limits.TEXT_CHARACTERS))),
                new PdfReading.Unreadable("encrypted"));
        for (var reading : readings) {
            assertThat(read(written(reading))).isEqualTo(reading);
        }
    }

    @Test
    void impossibleLengthsAreRefusedBeforeMemoryIsTaken() {
        for (var frame : List.of(
                new byte[] {1, 0x7f, -1, -1, -1},
                new byte[] {1, -1, -1, -1, -1},
                new byte[] {1, 0, 0, 0, 1, 0x7f, -1, -1, -1},
                new byte[] {2, 0, 0, 0, 9, 'x'},
                new byte[] {9},
                new byte[0])) {
            assertThatIOException().isThrownBy(() -> read(frame));
        }
    }

    @Test
    void garbageIsRefusedOrRead() {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            var garbage = new byte[random.nextInt(40)];
            random.nextBytes(garbage);
            try {
                assertThat(read(garbage)).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }
}
