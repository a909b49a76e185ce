package io.countersign.classify;

import io.countersign.mail.ParsedMail;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * What the receiving server found out about the sender: only the topmost Authentication-Results counts, since those below
 * it may be forged, and Received-SPF only where that is missing. No header means unknown, never failed.
 */
record Authentication(String results) {
    private static final int MAX_LENGTH = 2_000;

    static Authentication of(ParsedMail mail) {
        var results = mail.header("Authentication-Results")
                .or(() -> mail.header("Received-SPF").map(value -> "spf=" + value.strip()))
                .orElse("");
        var bounded = results.length() > MAX_LENGTH ? results.substring(0, MAX_LENGTH) : results;
        return new Authentication(bounded.toLowerCase(Locale.ROOT));
    }

    void report(BiConsumer<Fact, String> sink) {
        if (says("dmarc", "fail")) {
            sink.accept(Fact.DMARC_FAILED, "dmarc=fail");
        }
        if (says("spf", "fail")) {
            sink.accept(Fact.SPF_FAILED, "spf=fail");
        }
        // one good signature is enough
        if (says("dkim", "fail") && !says("dkim", "pass")) {
            sink.accept(Fact.DKIM_FAILED, "dkim=fail");
        }
    }

    /** DMARC decides where it was checked; else any of the two that it rests on. */
    SenderProof proof() {
        boolean passed =
                says("dmarc", "pass") || (!says("dmarc", "fail") && (says("dkim", "pass") || says("spf", "pass")));
        boolean failed = says("dmarc", "fail") || says("spf", "fail") || says("dkim", "fail");
        return passed ? SenderProof.PASSED : failed ? SenderProof.FAILED : SenderProof.UNKNOWN;
    }

    private boolean says(String method, String result) {
        int at = 0;
        while ((at = results.indexOf(method, at)) >= 0) {
            int equals = at + method.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(results.charAt(at - 1));
            if (begins && equals < results.length() && results.charAt(equals) == '=') {
                int value = equals + 1;
                while (value < results.length() && results.charAt(value) == ' ') {
                    value++;
                }
                int end = value + result.length();
                if (results.startsWith(result, value)
                        && (end == results.length() || !Character.isLetter(results.charAt(end)))) {
                    return true;
                }
            }
            at = equals;
        }
        return false;
    }
}
