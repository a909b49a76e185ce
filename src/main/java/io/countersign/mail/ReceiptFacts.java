package io.countersign.mail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The {@code receipt.*} part of the message document: what a mail says about a charge. */
public record ReceiptFacts(
        String merchant,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<LocalDate> date,
        String kind,
        Optional<String> orderId) {}
