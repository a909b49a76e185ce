package io.countersign.ats.warehouse;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Opens a text file in the encoding that its first bytes tell, a byte order mark left out. */
final class CsvText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_MARK = 3;

    private CsvText() {}

    /** The encodings to try, likeliest first: what spreadsheets write without a mark is UTF-8 or the old code page. */
    static List<Charset> encodings(byte[] start) {
        boolean little = start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
        boolean big = start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
        if (little || big) {
            return List.of(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        return List.of(StandardCharsets.UTF_8, WINDOWS);
    }

    /** A reader that throws {@code CharacterCodingException} where the file is in another encoding. */
    static Reader open(Path file, Charset encoding) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(LONGEST_MARK);
            var mark = "\uFEFF".getBytes(encoding);
            if (encoding.equals(WINDOWS) || !Arrays.equals(in.readNBytes(mark.length), mark)) {
                in.reset();
            }
            return new BufferedReader(new InputStreamReader(
                    in,
                    encoding.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(
                                    encoding.equals(WINDOWS) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
