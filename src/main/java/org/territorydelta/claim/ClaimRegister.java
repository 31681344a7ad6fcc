package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;

/** All claims, and which of them another one replaces. */
final class ClaimRegister {
  private static final Comparator<Claim> BY_DATE =
      Comparator.comparing((Claim claim) -> claim.statement().date())
          .thenComparing(claim -> claim.key().id());

  private final List<Claim> claims;
  private final Map<String, Claim> byId = new HashMap<>();

  /** The day from which a claim is superseded, by its id. */
  private final Map<String, LocalDate> supersededOn = new HashMap<>();

  ClaimRegister(Collection<Claim> claims) {
    this.claims = claims.stream().sorted(BY_DATE).toList();
    for (Claim claim : this.claims) {
      byId.put(claim.key().id(), claim);
      claim
          .supersedes()
          .filter(id -> !id.equals(claim.key().id()))
          .ifPresent(id -> supersededOn.putIfAbsent(id, claim.statement().date()));
    }
  }

  /** By date of statement, then id. */
  List<Claim> claims() {
    return claims;
  }

  Optional<Claim> claim(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether another claim has taken its place by then, or by now. */
  boolean isSuperseded(Claim claim, AsKnown known) {
    LocalDate since = supersededOn.get(claim.key().id());
    return switch (known) {
      case THEN -> since != null && !since.isAfter(claim.statement().date());
      case NOW -> since != null;
    };
  }
}
