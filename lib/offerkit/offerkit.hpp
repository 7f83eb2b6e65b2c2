#pragma once

/// Everything that a program needs for the six jobs of offerkit: compare, decide, negotiate, leave, vest and levels.
/// docs/library.md shows each. Finer headers compile alone and are lighter.
#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/version.hpp>
#include <offerkit/workspace/workspace.hpp>
