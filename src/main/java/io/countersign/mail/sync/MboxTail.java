package io.countersign.mail.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells by the bytes before an offset whether an mbox is still the one that was read up to there. */
final class MboxTail {
    private static final int LENGTH = 8192;
    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private MboxTail() {}

    /** Of the bytes before {@code offset}, where a mail begins; 0 where none does, or nothing can be read. */
    static long before(Path mbox, long offset) {
        int length = (int) Math.min(LENGTH, offset);
        var bytes = ByteBuffer.allocate(length + FROM.length);
        try (var channel = Files.newByteChannel(mbox)) {
            channel.position(offset - length);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until it is full
            }
        } catch (IOException _) {
            return 0;
        }
        var read = bytes.array();
        for (int i = 0; i < FROM.length; i++) {
            if (bytes.hasRemaining() || read[length + i] != FROM[i]) {
                return 0;
            }
        }
        return ReadMark.key(read);
    }

    /** False for a compressed one, whose offsets are those of its content. */
    static boolean isPlain(Path mbox) {
        try (var in = Files.newInputStream(mbox)) {
            return in.read() != 0x1F || in.read() != 0x8B;
        } catch (IOException _) {
            return false;
        }
    }
}
