package io.countersign.money.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.money.PdfReading;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;

/**
 * What the two processes say to each other: a file as its length and its bytes, a reading as its kind and its texts. Each
 * end refuses lengths beyond the limits, as a file may have taken over the other one.
 */
final class Frames {
    private static final int TEXT = 1;
    private static final int UNREADABLE = 2;
    private static final int TEXT_BYTES = 3 * Limits.TEXT_CHARACTERS;

    private Frames() {}

    static void writeFile(byte[] file, DataOutputStream out) throws IOException {
        out.writeInt(file.length);
        out.write(file);
        out.flush();
    }

    static byte[] readFile(DataInputStream in) throws IOException {
        return bytes(in, Limits.FILE_BYTES);
    }

    static void writeReading(PdfReading reading, DataOutputStream out) throws IOException {
        switch (reading) {
            case PdfReading.Text text -> {
                out.writeByte(TEXT);
                out.writeInt(text.pages().size());
                for (var page : text.pages()) {
                    writeString(page, out);
                }
            }
            case PdfReading.Unreadable unreadable -> {
                out.writeByte(UNREADABLE);
                writeString(unreadable.reason(), out);
            }
        }
        out.flush();
    }

    static PdfReading readReading(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case TEXT -> readText(in);
            case UNREADABLE -> new PdfReading.Unreadable(readString(in));
            default -> throw new IOException("neither a text nor a reason");
        };
    }

    private static PdfReading readText(DataInputStream in) throws IOException {
        int count = bounded(in.readInt(), Limits.PAGES);
        var pages = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            pages.add(readString(in));
        }
        return new PdfReading.Text(pages);
    }

    private static void writeString(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readString(DataInputStream in) throws IOException {
        return new String(bytes(in, TEXT_BYTES), UTF_8);
    }

    private static byte[] bytes(DataInputStream in, int limit) throws IOException {
        int length = bounded(in.readInt(), limit);
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("ended within a frame");
        }
        return bytes;
    }

    private static int bounded(int length, int limit) throws IOException {
        if (length < 0 || length > limit) {
            throw new IOException("a length of " + length);
        }
        return length;
    }
}
