package io.countersign.approval.ui;

import io.countersign.approval.trust.DigestNotice;
import io.countersign.approval.trust.TrustDesk;

/** What the approvals know of policies that act alone. */
public record TrustPorts(TrustDesk desk, DigestNotice digest) {}
