package io.countersign.money.extraction;

import io.countersign.classify.DataFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads money as the world writes it: 1,234.56 and 1.234,56 and 1 234,56 and 1'234.56 and 1,23,456.78, with currency signs
 * before or behind. The last separator is the decimal mark and groups have three digits; where three digits behind one
 * separator could be either, the rest of the mail decides, else it abstains. Immutable and thread-safe.
 */
public final class AmountParser {
    static final String CURRENCIES = "currencies.txt";

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal MOST_LARGE = BigDecimal.valueOf(100_000_000_000L);

    private final CurrencySigns signs;
    private final AmountScanner scanner;

    AmountParser(CurrencySigns signs) {
        this.signs = signs;
        scanner = new AmountScanner(signs);
    }

    /** With the currencies of the data file; a broken one throws {@code CountersignException.Invalid}. */
    public static AmountParser fromResources() {
        return new AmountParser(new CurrencySigns(DataFile.resource("money", CURRENCIES)));
    }

    /** An amount and where it stands in the text. */
    public record Found(BigDecimal amount, String currency, int begin, int end) {}

    /** All amounts with a currency in a text that stands for itself. */
    public List<Found> find(String text) {
        var plain = PlainText.of(text);
        var raws = scanner.scan(plain, false);
        var context = MoneyContext.of(signs, raws, plain, "");
        return raws.stream()
                .flatMap(raw -> read(raw, context).stream()
                        .map(money -> new Found(money.amount(), money.currency(), raw.begin(), raw.end())))
                .toList();
    }

    AmountScanner scanner() {
        return scanner;
    }

    CurrencySigns signs() {
        return signs;
    }

    /** Empty where it is no amount, or not beyond doubt. */
    Optional<Money> read(RawAmount raw, MoneyContext context) {
        if (!raw.hasSign()) {
            return bare(raw, context);
        }
        return context.unit(raw)
                .flatMap(unit -> value(raw.digits(), unit, context)
                        .filter(value -> value.compareTo(unit.large() ? MOST_LARGE : MOST) < 0)
                        .map(value -> new Money(raw.negative() ? value.negate() : value, unit.code())));
    }

    private Optional<Money> bare(RawAmount raw, MoneyContext context) {
        return context.only()
                .flatMap(unit -> value(raw.digits(), unit, context)
                        .filter(value -> value.compareTo(MOST) < 0)
                        .map(value -> new Money(raw.negative() ? value.negate() : value, unit.code())));
    }

    private static Optional<BigDecimal> value(String digits, MoneyUnit unit, MoneyContext context) {
        int last = lastSeparator(digits);
        if (last < 0) {
            return digits.length() > 1 && digits.startsWith("0")
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(digits));
        }
        int behind = digits.length() - last - 1;
        char mark = digits.charAt(last);
        boolean first = lastSeparator(digits.substring(0, last)) < 0;
        boolean same = !first && digits.charAt(lastSeparator(digits.substring(0, last))) == mark;
        if (isDecimal(digits, behind, mark, first, same, unit, context)) {
            return decimal(digits, last, unit);
        }
        if (behind == 3 && (first ? isGrouping(digits, mark, unit, context) : same)) {
            return grouped(digits);
        }
        return Optional.empty();
    }

    private static boolean isDecimal(
            String digits, int behind, char mark, boolean first, boolean same, MoneyUnit unit, MoneyContext context) {
        if (same || mark == PlainText.GROUP_SPACE || mark == ' ' || mark == '\'') {
            return false;
        }
        if (behind <= 2) {
            return true;
        }
        if (behind > 3) {
            return false;
        }
        boolean leadingZero = first && digits.charAt(0) == '0';
        boolean threePlaces = unit.decimals() == 3
                && (!first || context.decimalMark().map(known -> known == mark).orElse(mark == '.'));
        return leadingZero || threePlaces;
    }

    private static boolean isGrouping(String digits, char mark, MoneyUnit unit, MoneyContext context) {
        if (digits.charAt(0) == '0' || digits.indexOf(mark) > 3) {
            return false;
        }
        if (mark != '.' && mark != ',') {
            return true;
        }
        if (context.decimalMark().isPresent()) {
            return context.decimalMark().get() != mark;
        }
        if (unit.decimals() == 0) {
            return true;
        }
        return switch (unit.style()) {
            case POINT -> mark == ',' && unit.decimals() != 3;
            case COMMA -> mark == '.';
            case ANY -> false;
        };
    }

    private static Optional<BigDecimal> decimal(String digits, int last, MoneyUnit unit) {
        var fraction = digits.substring(last + 1);
        if (unit.decimals() == 0 && fraction.length() != 2) {
            return Optional.empty();
        }
        return whole(digits.substring(0, last))
                .map(whole -> new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + fraction));
    }

    private static Optional<BigDecimal> grouped(String digits) {
        return whole(digits).map(BigDecimal::new);
    }

    /** The digits of groups of three, or of the Indian kind: 1,23,45,678. */
    private static Optional<String> whole(String digits) {
        int separator = lastSeparator(digits);
        if (separator < 0) {
            return Optional.of(digits);
        }
        char mark = digits.charAt(separator);
        var groups = digits.split(java.util.regex.Pattern.quote(String.valueOf(mark)), -1);
        if (groups[groups.length - 1].length() != 3 || groups[0].isEmpty() || groups[0].length() > 3) {
            return Optional.empty();
        }
        int inner = groups.length > 2 ? groups[1].length() : 3;
        for (int i = 0; i < groups.length; i++) {
            boolean edge = i == 0 || i == groups.length - 1;
            if (!groups[i].chars().allMatch(c -> c >= '0' && c <= '9') || (!edge && groups[i].length() != inner)) {
                return Optional.empty();
            }
        }
        boolean fits = inner == 3 || (inner == 2 && mark == ',' && groups[0].length() <= 2);
        return fits ? Optional.of(String.join("", groups)) : Optional.empty();
    }

    private static int lastSeparator(String digits) {
        for (int i = digits.length() - 1; i >= 0; i--) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return i;
            }
        }
        return -1;
    }
}
