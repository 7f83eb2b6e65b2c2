// The shortest C++ program. How long it takes to start and end is the yardstick
// for how long offerkit may take to compare three offers.

int main() {}
