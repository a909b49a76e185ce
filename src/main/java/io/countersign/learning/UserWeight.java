package io.countersign.learning;

import java.time.Instant;

/** What one person's decisions taught about one feature: positive means "do it", negative "keep it". */
public record UserWeight(String feature, double weight, Instant updatedAt) {}
