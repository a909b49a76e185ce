package io.countersign.money.extraction;

import io.countersign.mail.Examination;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.ParsedMail.Attachment;
import io.countersign.money.PdfReading;
import io.countersign.money.PdfText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The attached PDFs of a mail that may be bills. Thread-safe. */
final class BillFiles {
    private static final int MOST_FILES = 4;
    private static final long LARGEST = 20_000_000;
    private static final int MAX_NAME = 120;

    private final PdfText pdfs;

    BillFiles(PdfText pdfs) {
        this.pdfs = pdfs;
    }

    List<Attachment> candidates(ParsedMail mail) {
        return mail.attachments().stream()
                .filter(file -> file.mediaType().equalsIgnoreCase("application/pdf")
                        || file.name().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                .limit(MOST_FILES)
                .toList();
    }

    /** Their texts; what cannot be read becomes a note on the mail. */
    List<Sheet> read(Examination examined) {
        var sheets = new ArrayList<Sheet>();
        for (var file : candidates(examined.mail())) {
            if (file.size() > LARGEST) {
                examined.notes().accept("The PDF " + name(file) + " is too large to be read.");
                continue;
            }
            examined.attachments().apply(file.index()).map(pdfs::read).ifPresent(reading -> {
                switch (reading) {
                    case PdfReading.Text(var pages) -> sheets.add(TextSheet.of(Sheet.DOCUMENT + name(file), pages));
                    case PdfReading.Unreadable(var reason) ->
                        examined.notes().accept("The PDF " + name(file) + " could not be read: " + reason);
                }
            });
        }
        return sheets;
    }

    private static String name(Attachment file) {
        return file.name().length() <= MAX_NAME ? file.name() : file.name().substring(0, MAX_NAME);
    }
}
