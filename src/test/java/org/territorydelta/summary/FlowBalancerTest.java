package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.GREEN;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.ControlScene.held;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.Holding;

class FlowBalancerTest {
  private static final int SEEDS = 500;
  private static final Holding A = held(BLUE);
  private static final Holding B = held(RED);
  private static final List<Holding> HOLDINGS =
      List.of(A, B, claimed(BLUE), held(GREEN), Holding.NONE);

  private static Map<Holding, Long> stocks(long a, long b) {
    return Map.of(A, a, B, b);
  }

  private static SortedMap<Flow, Long> flows(Map<Flow, Long> flows) {
    return new TreeMap<>(flows);
  }

  @Test
  void flowsThatCloseStayAsTheyAre() {
    // A 10 + 5 - 2 = 13.
    var measured = flows(Map.of(new Flow(Holding.NONE, A), 5L, new Flow(A, Holding.NONE), 2L));

    var balanced = FlowBalancer.balance(measured, stocks(10, 0), stocks(13, 0));

    assertThat(balanced.flows()).isEqualTo(measured);
    assertThat(balanced.movedM2()).isZero();
  }

  @Test
  void whatCameTooMuchIsTakenOffWhatNobodyHeld() {
    // 10 + 7 is 2 over 15.
    var balanced =
        FlowBalancer.balance(
            flows(Map.of(new Flow(Holding.NONE, A), 7L)), stocks(10, 0), stocks(15, 0));

    assertThat(balanced.flows()).isEqualTo(Map.of(new Flow(Holding.NONE, A), 5L));
    assertThat(balanced.movedM2()).isEqualTo(2);
  }

  @Test
  void whatIsMissingShrinksTheLossFirstAndThenComesFromNobody() {
    // 10 - 3 is 4 short of 11: the loss of 3 goes, and 1 comes.
    var balanced =
        FlowBalancer.balance(
            flows(Map.of(new Flow(A, Holding.NONE), 3L)), stocks(10, 0), stocks(11, 0));

    assertThat(balanced.flows()).isEqualTo(Map.of(new Flow(Holding.NONE, A), 1L));
    assertThat(balanced.movedM2()).isEqualTo(4);
  }

  @Test
  void noMoreLeavesThanThereWas() {
    // 12 seem to go from A to B, but A had 10 and B gets 10.
    var balanced =
        FlowBalancer.balance(flows(Map.of(new Flow(A, B), 12L)), stocks(10, 0), stocks(0, 10));

    assertThat(balanced.flows()).isEqualTo(Map.of(new Flow(A, B), 10L));
    assertThat(balanced.movedM2()).isEqualTo(2);
  }

  @Test
  void noMoreComesThanThereIs() {
    // B ends with 4, so of 6 from A only 4 can have come; A then lost 2 to nobody.
    var balanced =
        FlowBalancer.balance(flows(Map.of(new Flow(A, B), 6L)), stocks(6, 0), stocks(0, 4));

    assertThat(balanced.flows())
        .isEqualTo(Map.of(new Flow(A, B), 4L, new Flow(A, Holding.NONE), 2L));
  }

  @Test
  void stocksThatDifferWithoutFlowsGetOne() {
    var balanced = FlowBalancer.balance(flows(Map.of()), stocks(5, 5), stocks(6, 4));

    assertThat(balanced.flows())
        .isEqualTo(Map.of(new Flow(Holding.NONE, A), 1L, new Flow(B, Holding.NONE), 1L));
  }

  @Test
  void flowsCloseExactlyWhateverWasMeasured() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      var random = new Random(seed);
      Map<Holding, Long> opening = randomStocks(random);
      Map<Holding, Long> closing = randomStocks(random);
      SortedMap<Flow, Long> flows =
          FlowBalancer.balance(randomFlows(random), opening, closing).flows();

      for (Holding holding : HOLDINGS.subList(0, 4)) {
        long in = sum(flows, holding, false);
        long out = sum(flows, holding, true);
        assertThat(in - out)
            .as("net of %s, seed %d", holding, seed)
            .isEqualTo(closing.getOrDefault(holding, 0L) - opening.getOrDefault(holding, 0L));
        assertThat(out)
            .as("what left %s, seed %d", holding, seed)
            .isLessThanOrEqualTo(opening.getOrDefault(holding, 0L));
        assertThat(in)
            .as("what came to %s, seed %d", holding, seed)
            .isLessThanOrEqualTo(closing.getOrDefault(holding, 0L));
      }
      assertThat(flows.values()).as("seed %d", seed).allMatch(area -> area > 0);
    }
  }

  @Test
  void reversingTimeReversesEveryFlow() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      var random = new Random(seed);
      Map<Holding, Long> opening = randomStocks(random);
      Map<Holding, Long> closing = randomStocks(random);
      SortedMap<Flow, Long> measured = randomFlows(random);

      var forward = FlowBalancer.balance(measured, opening, closing);
      var backward = FlowBalancer.balance(reversed(measured), closing, opening);

      assertThat(reversed(backward.flows())).as("seed %d", seed).isEqualTo(forward.flows());
      assertThat(backward.movedM2()).as("seed %d", seed).isEqualTo(forward.movedM2());
    }
  }

  @Test
  void balancedFlowsNeedNoMoreBalancing() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      var random = new Random(seed);
      Map<Holding, Long> opening = randomStocks(random);
      Map<Holding, Long> closing = randomStocks(random);
      SortedMap<Flow, Long> once =
          FlowBalancer.balance(randomFlows(random), opening, closing).flows();

      var twice = FlowBalancer.balance(once, opening, closing);

      assertThat(twice.flows()).as("seed %d", seed).isEqualTo(once);
      assertThat(twice.movedM2()).as("seed %d", seed).isZero();
    }
  }

  private static Map<Holding, Long> randomStocks(Random random) {
    Map<Holding, Long> stocks = new TreeMap<>();
    for (Holding holding : HOLDINGS.subList(0, 4)) {
      if (random.nextInt(4) != 0) {
        stocks.put(holding, (long) random.nextInt(20));
      }
    }
    return stocks;
  }

  private static SortedMap<Flow, Long> randomFlows(Random random) {
    SortedMap<Flow, Long> flows = new TreeMap<>();
    for (Holding from : HOLDINGS) {
      for (Holding to : HOLDINGS) {
        if (!from.equals(to) && random.nextBoolean()) {
          flows.put(new Flow(from, to), 1L + random.nextInt(9));
        }
      }
    }
    return flows;
  }

  private static SortedMap<Flow, Long> reversed(SortedMap<Flow, Long> flows) {
    SortedMap<Flow, Long> reversed = new TreeMap<>();
    flows.forEach((flow, area) -> reversed.put(new Flow(flow.to(), flow.from()), area));
    return reversed;
  }

  private static long sum(SortedMap<Flow, Long> flows, Holding holding, boolean leaving) {
    return flows.entrySet().stream()
        .filter(f -> (leaving ? f.getKey().from() : f.getKey().to()).equals(holding))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
