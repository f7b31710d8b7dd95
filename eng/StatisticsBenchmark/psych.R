# The intraclass correlations of psych at one size: units, milliseconds, ICC(A,1).
suppressMessages(library(psych))
for (n in as.integer(commandArgs(trailingOnly = TRUE))) {
  set.seed(1)
  scores <- matrix(rnorm(n * 20, 80, 10), n) + rnorm(n, 0, 8)
  took <- system.time(icc <- suppressMessages(ICC(scores, lmer = FALSE)))[["elapsed"]]
  write.table(scores, paste0("scores-", n, ".txt"), row.names = FALSE, col.names = FALSE)
  cat(n, took * 1000, format(icc$results$ICC[2], digits = 15), "\n")
}
