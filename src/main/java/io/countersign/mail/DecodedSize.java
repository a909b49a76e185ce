package io.countersign.mail;

/** Counts how many bytes a part has once decoded, chunk by chunk, without keeping them. */
final class DecodedSize {
    private static final int AFTER_SOFT_CR = -1;

    private final TransferEncoding encoding;
    private long raw;
    private long sextets;
    private long padded;
    private long lost;
    private int previous;

    DecodedSize(TransferEncoding encoding) {
        this.encoding = encoding;
    }

    void add(byte[] chunk, int length) {
        raw += length;
        switch (encoding) {
            case BASE64 -> addBase64(chunk, length);
            case QUOTED_PRINTABLE -> addQuotedPrintable(chunk, length);
            default -> {}
        }
    }

    private void addBase64(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            int sextet = TransferEncoding.sextet(chunk[i]);
            if (sextet >= 0) {
                sextets++;
            } else if (sextet == -2) {
                padded += sextets * 3 / 4;
                sextets = 0;
            }
        }
    }

    private void addQuotedPrintable(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            int b = chunk[i];
            boolean softBreak = previous == '=' && (b == '\r' || b == '\n');
            if (softBreak || (previous == '=' && TransferEncoding.hex(b) >= 0)) {
                lost += 2;
            } else if (previous == AFTER_SOFT_CR && b == '\n') {
                lost++;
            }
            previous = softBreak && b == '\r' ? AFTER_SOFT_CR : b;
        }
    }

    /** The size so far; for damaged quoted-printable and for uuencode a close estimate. */
    long total() {
        return switch (encoding) {
            case BASE64 -> padded + sextets * 3 / 4;
            case QUOTED_PRINTABLE -> Math.max(0, raw - lost);
            case UUENCODE -> raw * 45 / 62;
            case IDENTITY -> raw;
        };
    }
}
